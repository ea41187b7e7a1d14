import { LingongProvider, startClient } from "@lingong/client/react";
import { AppProvider, drawApp, startLargeType, startTranslations, workerMessages } from "@lingong/ui";
import "@lingong/ui/styles.css";
import { RouterProvider } from "@tanstack/react-router";
import { startKeepingQueries } from "./offline/kept-queries.ts";
import { createPhotoOutbox } from "./photos/outbox.ts";
import { PhotoOutboxProvider } from "./photos/outbox-context.tsx";
import { createAppRouter } from "./router.tsx";

startLargeType();
const translations = await startTranslations(workerMessages);
const { client, queryClient } = startClient("worker", translations.i18n);
startKeepingQueries(queryClient, client.clock.now);
const outbox = createPhotoOutbox(client);
const router = createAppRouter();

drawApp(
  <LingongProvider client={client} queryClient={queryClient}>
    <AppProvider app="worker" translations={translations} readClock={client.clock.now}>
      <PhotoOutboxProvider outbox={outbox}>
        <RouterProvider router={router} />
      </PhotoOutboxProvider>
    </AppProvider>
  </LingongProvider>,
);
