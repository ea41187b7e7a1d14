/** Where a browser is rung, and what messages to it are sealed with. */
export interface PushAddress {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** A message for a phone whose app is closed. The service worker makes the words of it: nothing personal travels. */
export interface PushMessage {
  readonly kind: "offer" | "notice";
  readonly id: string;
  readonly locale: string;
}

export interface PushProvider {
  /** What browsers subscribe with; null: there is no push service, and no work is made for one. */
  readonly publicKey: string | null;
  /** Whether an address is one of a push service we send to: anything else would make us call wherever a stranger names. */
  accepts(endpoint: string): boolean;
  /** Sends one message, worth `ttlSeconds`. "gone": the browser has unsubscribed. @throws when the service does not take it. */
  push(to: PushAddress, message: PushMessage, ttlSeconds: number): Promise<"sent" | "gone">;
}
