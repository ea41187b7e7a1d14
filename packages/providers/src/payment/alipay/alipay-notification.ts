import type { WebhookRequest, WebhookVerdict } from "@lingong/api";
import type { Instant } from "@lingong/domain";
import type { AlipaySdk } from "alipay-sdk";
import { fenOf, instantOf, numberOf } from "./alipay-format.ts";

/** A notification counts for fifteen minutes on either side of our clock; Alipay dates and signs each attempt anew. */
export const NOTIFICATION_WINDOW_MS = 15 * 60_000;

const LIMIT_BYTES = 65_536;
const paidStates = new Set(["TRADE_SUCCESS", "TRADE_FINISHED"]);

type Fields = Readonly<Record<string, string | undefined>>;

/** The form's fields; null when it is none, or names one twice (which of them was signed?). */
function fieldsOf(body: Uint8Array): Fields | null {
  if (body.length === 0 || body.length > LIMIT_BYTES) return null;
  const pairs = [...new URLSearchParams(new TextDecoder().decode(body))];
  const fields = Object.fromEntries(pairs);
  return Object.keys(fields).length === pairs.length ? fields : null;
}

function isSigned(sdk: AlipaySdk, fields: Fields): boolean {
  try {
    return sdk.checkNotifySignV2(fields);
  } catch {
    return false;
  }
}

export interface NotificationCheck {
  readonly sdk: AlipaySdk;
  readonly appId: string;
  /** The device's clock, which Alipay's is compared with. */
  readonly now: Instant;
  /** Alipay's time on the server's clock. */
  readonly serverTime: (at: Instant) => Instant;
}

/**
 * Reads an asynchronous notification: RSA2 alone, for our application alone, fresh. What is paid under which of our
 * payments comes back in `passback_params`, which the signature covers like the amount.
 */
export function verifyNotification({ sdk, appId, now, serverTime }: NotificationCheck, { body }: WebhookRequest): WebhookVerdict {
  const fields = fieldsOf(body);
  if (fields === null) return { ok: false, refusal: "malformed" };
  if (fields.sign === undefined || fields.sign === "") return { ok: false, refusal: "signature_missing" };
  // A sender must not choose the weaker SHA-1 by naming it.
  if (fields.sign_type !== "RSA2" || !isSigned(sdk, fields)) return { ok: false, refusal: "signature_wrong" };
  const sentAt = instantOf(fields.notify_time);
  if (sentAt === null || fields.app_id !== appId || fields.notify_id === undefined) return { ok: false, refusal: "malformed" };
  if (Math.abs(sentAt - now) > NOTIFICATION_WINDOW_MS) return { ok: false, refusal: "stale" };
  return eventOf(fields, fields.notify_id, serverTime);
}

/** Alipay tells a refund by the same kind of notification, with the refund's time in it: its result we know already. */
function eventOf(fields: Fields, eventId: string, serverTime: (at: Instant) => Instant): WebhookVerdict {
  const { trade_status: state = "", trade_no: captureId, out_trade_no: number, passback_params: passed } = fields;
  if (!paidStates.has(state) || fields.gmt_refund !== undefined || fields.refund_fee !== undefined) return { ok: false, refusal: "unknown_event" };
  const fen = fenOf(fields.total_amount);
  const at = instantOf(fields.gmt_payment ?? fields.notify_time);
  if (fen === null || fen === 0 || at === null || !captureId || !passed || numberOf(passed) !== number) return { ok: false, refusal: "malformed" };
  return { ok: true, event: { kind: "payment_captured", eventId, at: serverTime(at), paymentId: passed, captureId, fen } };
}
