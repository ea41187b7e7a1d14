import { join } from "node:path";
import type { Clock, IdentityProvider, MapProvider, PaymentProvider, PushProvider, ReceiptPrinter, SmsInbox, SmsProvider } from "@lingong/api";
import type { Policy } from "@lingong/domain";
import { type LocalFileStore, localFileStore } from "./files/local-file-store.ts";
import { defaultIdentity } from "./identity/default-identity.ts";
import { straightLineTravel } from "./map/straight-line-travel.ts";
import { alipayPayment } from "./payment/alipay/alipay-payment.ts";
import { sandboxPayment } from "./payment/sandbox-payment.ts";
import { type WebPushOptions, webPushProvider } from "./push/web-push.ts";
import { withoutPush } from "./push/without-push.ts";
import { pdfReceipts } from "./receipts/pdf-receipts.ts";
import { developmentSms } from "./sms/development-sms.ts";
import { httpSms } from "./sms/http-sms.ts";

/** What decides which providers serve: the server reads it from its environment. */
export interface ProviderEnvironment {
  readonly production: boolean;
  /** Pictures and uploads under way live below it. */
  readonly dataDir: string;
  readonly payment:
    | { readonly kind: "sandbox"; readonly gatewayUrl: string; readonly merchantId: string; readonly secret: string }
    | {
        readonly kind: "alipay";
        readonly appId: string;
        readonly privateKey: string;
        readonly alipayPublicKey: string;
        readonly gateway?: string;
        readonly notifyUrl: string;
      };
  /** The operator's SMS relay (`SMS_URL`, `SMS_TOKEN`); null: the development inbox, which production mode refuses. */
  readonly sms: { readonly url: string; readonly token: string } | null;
  /** The VAPID keys (`VAPID_*`); null: closed apps are not rung. */
  readonly push: WebPushOptions | null;
}

export interface Providers {
  readonly payment: PaymentProvider;
  readonly sms: SmsProvider;
  /** The development inbox, when it is what `sms` is. */
  readonly inbox: SmsInbox | null;
  readonly identity: IdentityProvider;
  readonly push: PushProvider;
  readonly files: LocalFileStore;
  readonly map: MapProvider;
  readonly receipts: ReceiptPrinter;
}

/** A provider that this environment needs is not configured: one sentence for the operator. */
export class ProviderConfigurationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ProviderConfigurationError";
  }
}

function chooseSms(environment: ProviderEnvironment, clock: Clock): { sms: SmsProvider; inbox: SmsInbox | null } {
  if (environment.sms !== null) return { sms: httpSms(environment.sms), inbox: null };
  if (environment.production)
    throw new ProviderConfigurationError("Production mode sends real messages: set SMS_URL and SMS_TOKEN of your SMS relay.");
  const inbox = developmentSms({ clock });
  return { sms: inbox, inbox };
}

function choosePayment({ payment }: ProviderEnvironment, clock: Clock): PaymentProvider {
  if (payment.kind === "sandbox") return sandboxPayment({ ...payment, clock });
  try {
    return alipayPayment({ ...payment, clock });
  } catch {
    // The cause would quote the key.
    throw new ProviderConfigurationError("ALIPAY_PRIVATE_KEY or ALIPAY_PUBLIC_KEY is no RSA key: both are PEM, or the base64 of Alipay's key tool.");
  }
}

function choosePush({ push }: ProviderEnvironment): PushProvider {
  if (push === null) return withoutPush();
  try {
    return webPushProvider(push);
  } catch {
    // The cause would quote the key.
    throw new ProviderConfigurationError(
      "VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY or VAPID_SUBJECT cannot be used: `npx web-push generate-vapid-keys` makes a pair; the subject is a mailto: or https: address.",
    );
  }
}

/** The providers of an environment. @throws ProviderConfigurationError when one is missing. */
export function chooseProviders(environment: ProviderEnvironment, given: { readonly clock: Clock; readonly policy: Policy }): Providers {
  const { clock, policy } = given;
  return {
    ...chooseSms(environment, clock),
    payment: choosePayment(environment, clock),
    identity: defaultIdentity({ clock, policy }),
    push: choosePush(environment),
    files: localFileStore({ directory: join(environment.dataDir, "files") }),
    map: straightLineTravel(policy),
    receipts: pdfReceipts(),
  };
}
