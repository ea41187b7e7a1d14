import { createLingongClient } from "@lingong/client";
import { createQueryClient, LingongProvider } from "@lingong/client/react";
import { AppProvider, customerMessages, startTranslations } from "@lingong/ui";
import "@lingong/ui/styles.css";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createAppRouter } from "./router.tsx";

const translations = await startTranslations(customerMessages);
const client = createLingongClient({ url: location.origin, app: "customer", language: () => translations.i18n.language });
const queryClient = createQueryClient();
// What the server words is fetched anew.
translations.i18n.on("languageChanged", () => void queryClient.invalidateQueries());
const router = createAppRouter();
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <LingongProvider client={client} queryClient={queryClient}>
      <AppProvider app="customer" translations={translations} readClock={client.clock.now}>
        <RouterProvider router={router} />
      </AppProvider>
    </LingongProvider>
  </StrictMode>,
);
