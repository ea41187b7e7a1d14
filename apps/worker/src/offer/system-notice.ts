import { addressOf } from "../shell/address.ts";

/** Asks once, at a tap, whether offers may show outside the page. */
export function allowSystemNotices(): void {
  if ("Notification" in globalThis && Notification.permission === "default") void Notification.requestPermission();
}

export interface SystemNotice {
  readonly offerId: string;
  readonly title: string;
  readonly body: string;
}

/** Shows an offer on the phone while the page lies behind something else. */
export async function showSystemNotice({ offerId, title, body }: SystemNotice): Promise<void> {
  if (!document.hidden || !("Notification" in globalThis) || Notification.permission !== "granted") return;
  const registration = await navigator.serviceWorker?.getRegistration();
  const icon = `${import.meta.env.BASE_URL}icon-192.png`;
  await registration?.showNotification(title, { body, icon, tag: offerId, requireInteraction: true, data: addressOf(`/offers/${offerId}`) });
}
