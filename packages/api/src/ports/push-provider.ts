/** A message for a phone whose app is closed; `kind` and `data` are translated by the service worker. */
export interface PushMessage {
  readonly userId: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

export interface PushProvider {
  /** False: there is no push service, and no work is made for one. */
  readonly available: boolean;
  push(message: PushMessage): Promise<void>;
}
