import type { Fen, Instant } from "@lingong/domain";

/** What a customer is sent to pay. `paymentId` is ours, and the provider's idempotency key: asking again returns the same page. */
export interface CheckoutRequest {
  readonly paymentId: string;
  readonly orderId: string;
  readonly fen: Fen;
  /** Shown on the provider's page: what is being paid. */
  readonly subject: string;
  readonly expiresAt: Instant;
  /** Where the browser goes afterwards; whether it was paid is told by the webhook alone. */
  readonly returnUrl: string;
}

export interface Checkout {
  /** The hosted page to send the customer to. */
  readonly url: string;
  /** The provider's own name for this payment. */
  readonly reference: string;
  readonly expiresAt: Instant;
}

/** Gives back all or a part of one captured payment. `key` makes a repeat harmless. */
export interface RefundRequest {
  readonly key: string;
  readonly paymentId: string;
  /** The capture it goes back to, as `payment_captured` named it: a payment captured twice has two. */
  readonly captureId: string;
  readonly fen: Fen;
  readonly reason: string;
}

/** Sends money to a worker's account. `fen` is what the payee receives; the fee stays with us. */
export interface PayoutRequest {
  readonly key: string;
  readonly withdrawalId: string;
  readonly fen: Fen;
  readonly payee: {
    readonly kind: "bank_card" | "e_wallet";
    readonly institution: string;
    readonly number: string;
    readonly holderName: string;
  };
}

/** Taken: the result comes by webhook, or at once when the provider knows it. Refused: will never succeed under this key. */
export type TransferAnswer =
  | { readonly state: "accepted"; readonly reference: string }
  | { readonly state: "succeeded"; readonly reference: string }
  | { readonly state: "refused"; readonly reason: string };

/** What a provider tells by webhook. `eventId` is unique per provider: a second delivery changes nothing. */
export type PaymentEvent =
  | {
      readonly kind: "payment_captured";
      readonly eventId: string;
      readonly at: Instant;
      readonly paymentId: string;
      /** The provider's name of this capture: a payment captured twice has two. */
      readonly captureId: string;
      readonly fen: Fen;
    }
  | { readonly kind: "payment_failed"; readonly eventId: string; readonly at: Instant; readonly paymentId: string; readonly reason: string }
  | {
      readonly kind: "refund_succeeded" | "refund_failed";
      readonly eventId: string;
      readonly at: Instant;
      readonly key: string;
      readonly fen: Fen;
      readonly reason: string | null;
    }
  | {
      readonly kind: "payout_succeeded" | "payout_failed";
      readonly eventId: string;
      readonly at: Instant;
      readonly key: string;
      readonly fen: Fen;
      readonly reason: string | null;
    };

/** One line of the provider's own books; `fen` is positive towards us, negative away. */
export interface StatementLine {
  readonly id: string;
  readonly kind: "capture" | "refund" | "payout";
  /** The provider's name of the capture, refund or payout. */
  readonly objectId: string;
  /** Ours: the payment's id, or the key of the refund or payout. */
  readonly reference: string;
  readonly fen: Fen;
  readonly at: Instant;
}

/** One day of the provider's books, for reconciliation. `complete`: the day is over and gains no line any more. */
export interface Statement {
  readonly day: string;
  readonly complete: boolean;
  readonly lines: readonly StatementLine[];
}

/** A webhook as it arrived: the body's exact bytes, since the signature is over them. Header names in lower case. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

export type WebhookVerdict =
  | { readonly ok: true; readonly event: PaymentEvent }
  | {
      readonly ok: false;
      /** `stale`: signed correctly, but outside the provider's time window. `unknown_event`: signed, of a kind we do not handle. */
      readonly refusal: "signature_missing" | "signature_wrong" | "stale" | "malformed" | "unknown_event";
    };

/**
 * The outside that moves money. Each call may be repeated with the same key; a call that throws may or may not have
 * happened, so the job repeats it. No method is called inside a database transaction.
 */
export interface PaymentProvider {
  /** The `<provider>` of the ledger's accounts `gateway:<provider>` and `payout:<provider>`. */
  readonly name: string;
  /** The body, as text, that tells the provider its webhook was heard; anything else and it is sent again. */
  readonly webhookAnswer: string;
  createCheckout(request: CheckoutRequest): Promise<Checkout>;
  refund(request: RefundRequest): Promise<TransferAnswer>;
  payout(request: PayoutRequest): Promise<TransferAnswer>;
  /** What became of a payout that was asked for under this key; null: the provider has never heard of it, so it may be asked for. */
  findPayout(key: string): Promise<TransferAnswer | null>;
  /** All lines of one of the provider's own days (`YYYY-MM-DD`); null: it gives programs none, and its days are compared by hand. */
  statement(day: string): Promise<Statement | null>;
  /** The provider's own calendar day of an instant of ours. */
  statementDay(at: Instant): string;
  /** Checks signature and freshness; never throws on what a stranger sends. */
  verifyWebhook(request: WebhookRequest): WebhookVerdict | Promise<WebhookVerdict>;
}
