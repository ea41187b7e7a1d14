import { LingongProvider, startClient } from "@lingong/client/react";
import { AppProvider, adminMessages, drawApp, startTranslations } from "@lingong/ui";
import "@lingong/ui/styles.css";
import { RouterProvider } from "@tanstack/react-router";
import { createAppRouter } from "./router.tsx";

const translations = await startTranslations(adminMessages);
const { client, queryClient } = startClient("admin", translations.i18n);
const router = createAppRouter();

drawApp(
  <LingongProvider client={client} queryClient={queryClient}>
    <AppProvider app="admin" translations={translations} readClock={client.clock.now}>
      <RouterProvider router={router} />
    </AppProvider>
  </LingongProvider>,
);
