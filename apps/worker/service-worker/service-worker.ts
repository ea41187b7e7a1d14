import { cleanupOutdatedCaches, createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { noticeOf } from "./ring.ts";

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

// The whole app lies on the phone: without a network every screen opens, and shows what was last known.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL("index.html")));

/** A new version waits until the person says so: a reload in the middle of a job would lose what is being typed. */
self.addEventListener("message", (event) => {
  if (event.data === "activate") void self.skipWaiting();
});

/** The server rings the phone while the app is closed. */
self.addEventListener("push", (event) => {
  const base = new URL(self.registration.scope).pathname;
  const { title, body, tag, address, urgent } = noticeOf(event.data?.text() ?? "", base);
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: address, icon: `${base}icon-192.png`, requireInteraction: urgent }));
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
