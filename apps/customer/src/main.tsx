import { LingongProvider, startClient } from "@lingong/client/react";
import { AppProvider, customerMessages, drawApp, startTranslations } from "@lingong/ui";
import "@lingong/ui/styles.css";
import { RouterProvider } from "@tanstack/react-router";
import { createAppRouter } from "./router.tsx";

const translations = await startTranslations(customerMessages);
const { client, queryClient } = startClient("customer", translations.i18n);
const router = createAppRouter();

drawApp(
  <LingongProvider client={client} queryClient={queryClient}>
    <AppProvider app="customer" translations={translations} readClock={client.clock.now}>
      <RouterProvider router={router} />
    </AppProvider>
  </LingongProvider>,
);
