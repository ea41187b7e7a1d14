import type { Clock } from "./clock.ts";
import type { FileStore } from "./file-store.ts";
import type { IdentityProvider } from "./identity-provider.ts";
import type { Logger } from "./logger.ts";
import type { MapProvider } from "./map-provider.ts";
import type { PaymentProvider } from "./payment-provider.ts";
import type { PushProvider } from "./push-provider.ts";
import type { ReceiptPrinter } from "./receipt-printer.ts";
import type { Secrets } from "./secrets.ts";
import type { SmsProvider } from "./sms-provider.ts";

export type * from "./clock.ts";
export type * from "./file-store.ts";
export type * from "./identity-provider.ts";
export type * from "./logger.ts";
export type * from "./map-provider.ts";
export type * from "./payment-provider.ts";
export type * from "./push-provider.ts";
export type * from "./receipt-printer.ts";
export type * from "./secrets.ts";
export type * from "./sms-provider.ts";

/** The outside, as the use-cases see it. `packages/providers` implements them; the server chooses. */
export interface Ports {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly secrets: Secrets;
  readonly payment: PaymentProvider;
  readonly sms: SmsProvider;
  readonly identity: IdentityProvider;
  readonly push: PushProvider;
  readonly files: FileStore;
  readonly map: MapProvider;
  readonly receipts: ReceiptPrinter;
}
