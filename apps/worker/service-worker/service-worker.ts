import { cleanupOutdatedCaches, createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

// The whole app lies on the phone: without a network every screen opens, and shows what was last known.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL("index.html")));

/** A new version waits until the person says so: a reload in the middle of a job would lose what is being typed. */
self.addEventListener("message", (event) => {
  if (event.data === "activate") void self.skipWaiting();
});

/** A tap on "new offer" opens the app where the offer is. */
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const address = typeof event.notification.data === "string" ? event.notification.data : self.registration.scope;
  event.waitUntil(open(address));
});

async function open(address: string): Promise<void> {
  const pages = await self.clients.matchAll({ type: "window" });
  const page = pages[0];
  if (page === undefined) {
    await self.clients.openWindow(address);
    return;
  }
  await page.focus();
  page.postMessage({ open: address });
}
