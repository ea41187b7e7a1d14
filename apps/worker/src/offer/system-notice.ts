import { addressOf } from "../shell/address.ts";

/** Whether offers may show outside the page. */
export function systemNoticesAllowed(): boolean {
  return "Notification" in globalThis && Notification.permission === "granted";
}

/** Asks once, at a tap, whether offers may show outside the page. */
export async function allowSystemNotices(): Promise<boolean> {
  if ("Notification" in globalThis && Notification.permission === "default") await Notification.requestPermission();
  return systemNoticesAllowed();
}

export interface SystemNotice {
  readonly offerId: string;
  readonly title: string;
  readonly body: string;
}

/** Shows an offer on the phone while the page lies behind something else. */
export async function showSystemNotice({ offerId, title, body }: SystemNotice): Promise<void> {
  if (!document.hidden || !systemNoticesAllowed()) return;
  const registration = await navigator.serviceWorker?.getRegistration();
  const icon = `${import.meta.env.BASE_URL}icon-192.png`;
  await registration?.showNotification(title, { body, icon, tag: offerId, requireInteraction: true, data: addressOf(`/offers/${offerId}`) });
}
