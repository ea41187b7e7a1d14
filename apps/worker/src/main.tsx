import { createLingongClient } from "@lingong/client";
import { createQueryClient, LingongProvider } from "@lingong/client/react";
import { AppProvider, startLargeType, startTranslations, workerMessages } from "@lingong/ui";
import "@lingong/ui/styles.css";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startKeepingQueries } from "./offline/kept-queries.ts";
import { createPhotoOutbox } from "./photos/outbox.ts";
import { PhotoOutboxProvider } from "./photos/outbox-context.tsx";
import { createAppRouter } from "./router.tsx";

startLargeType();
const translations = await startTranslations(workerMessages);
const client = createLingongClient({ url: location.origin, app: "worker", language: () => translations.i18n.language });
const queryClient = createQueryClient();
// What the server words is fetched anew.
translations.i18n.on("languageChanged", () => void queryClient.invalidateQueries());
startKeepingQueries(queryClient, client.clock.now);
const outbox = createPhotoOutbox(client);
const router = createAppRouter();
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <LingongProvider client={client} queryClient={queryClient}>
      <AppProvider app="worker" translations={translations} readClock={client.clock.now}>
        <PhotoOutboxProvider outbox={outbox}>
          <RouterProvider router={router} />
        </PhotoOutboxProvider>
      </AppProvider>
    </LingongProvider>
  </StrictMode>,
);
