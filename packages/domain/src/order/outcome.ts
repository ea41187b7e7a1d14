import type { Instant, Interval } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import type { Actor, CommandType } from "./command.ts";
import type { Order, OrderState } from "./order.ts";

/** An account of the ledger, by name: `gateway:<provider>`, `escrow:<order>`, `worker:<id>`, `payout:<provider>`, or a platform account. */
export type AccountName =
  | `gateway:${string}`
  | `escrow:${string}`
  | `worker:${string}`
  | `payout:${string}`
  | "commission"
  | "withdrawal_fee"
  | "insurance_premium"
  | "insurer"
  | "compensation";

/** One movement of money: `fen` > 0 leaves `from` and arrives at `to`; nothing can fail to balance (I1). */
export interface Transfer {
  readonly from: AccountName;
  readonly to: AccountName;
  readonly fen: Fen;
}

/** Why money moved; the row of the lifecycle (or of a small machine) names it. */
export type JournalReason =
  | "capture"
  | "stray_capture"
  | "settlement"
  | "partial_settlement"
  | "cancellation"
  | "full_refund"
  | "decision"
  | "tip"
  | "insurance_premium"
  | "claim"
  | "withdrawal"
  | "withdrawal_paid"
  | "withdrawal_returned";

/** The transfers of one business event. `key` is unique for ever: a repeat posts nothing. */
export interface JournalEntry {
  readonly key: string;
  readonly reason: JournalReason;
  readonly transfers: readonly Transfer[];
}

/** One link of the order's history: what was asked by whom, and the fields of the order it set. `replay` folds `changes`. */
export interface OrderEvent {
  readonly orderId: string;
  readonly version: number;
  readonly at: Instant;
  readonly by: Actor;
  readonly command: CommandType | "draft";
  readonly from: OrderState | null;
  readonly to: OrderState;
  readonly changes: Readonly<Partial<Order>>;
}

/** Somebody should hear of it: the screens refetch, the phone may ring. */
export interface Notice {
  readonly to: "customer" | "worker" | "former_worker" | "crew" | "admins" | "arbitrator";
  readonly userId: string | null;
  readonly kind: string;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
}

/** A call to the outside, made after the commit by a job with `key` as its idempotency key. */
export type Intent =
  | {
      readonly kind: "refund";
      readonly key: string;
      readonly paymentId: string;
      readonly captureId: string;
      readonly provider: string;
      readonly fen: Fen;
    }
  | { readonly kind: "payout"; readonly key: string; readonly withdrawalId: string; readonly fen: Fen };

/** What the order's row does to the things beside it, persisted in the same transaction. */
export type SideEffect =
  | {
      readonly kind: "voidOffers";
      readonly orderId: string;
      readonly exceptOfferId: string | null;
      readonly reason: "taken" | "raised" | "cancelled" | "expired" | "rematched";
    }
  | { readonly kind: "acceptOffer"; readonly offerId: string }
  | { readonly kind: "askForOffers"; readonly orderId: string }
  /** The quote is still open at this rate, and nobody changes it unseen: else somebody was faster. */
  | { readonly kind: "chooseQuote"; readonly orderId: string; readonly quoteId: string; readonly rateFenPerHour: Fen }
  | { readonly kind: "voidQuotes"; readonly orderId: string; readonly exceptQuoteId: string | null }
  | {
      readonly kind: "recordReliability";
      readonly workerId: string;
      readonly event: "completed" | "withdrawn" | "no_show" | "arrived_on_time" | "arrived_late" | "safety_exit";
      readonly fault: boolean;
    }
  | {
      readonly kind: "recordCustomer";
      readonly customerId: string;
      readonly event: "completed" | "cancelled" | "cancelled_after_arrival" | "dispute_lost" | "no_show";
    }
  | { readonly kind: "openReviews"; readonly workerId: string; readonly customerId: string; readonly opensAt: Instant; readonly closesAt: Instant };

/** What this order keeps of calendars after this step, in place of what it kept before; no interval: nothing. */
export interface CommitmentChange {
  readonly workerIds: readonly string[];
  /** Ends carry the fixed buffer, so that the database's exclusion constraint sees it (architecture, Races). */
  readonly intervals: readonly Interval[];
}

/** Everything one transition decided. It performs nothing. */
export interface Outcome {
  readonly order: Order;
  /** The row of the table that was taken. */
  readonly row: string;
  readonly event: OrderEvent;
  /** At most one: a business event makes one journal entry. */
  readonly entries: readonly JournalEntry[];
  readonly notices: readonly Notice[];
  readonly intents: readonly Intent[];
  readonly sideEffects: readonly SideEffect[];
  readonly commitment: CommitmentChange | null;
}
