import type { Instant, Interval } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import type { FeePlanId } from "../policy/policy.ts";
import type { Dispute } from "./dispute-record.ts";
import type { Terms } from "./terms.ts";

export const orderStates = [
  "draft",
  "quoting",
  "awaiting_payment",
  "matching",
  "accepted",
  "en_route",
  "arrived",
  "in_service",
  "paused",
  "awaiting_confirmation",
  "disputed",
  "completed",
  "resolved",
  "cancelled",
  "expired",
] as const;
export type OrderState = (typeof orderStates)[number];

export const finalStates = ["completed", "resolved", "cancelled", "expired"] as const satisfies readonly OrderState[];

/** A payment the order asked for. Only an `awaited` one is credited; any other capture is refunded to itself (§2). */
export interface Payment {
  readonly id: string;
  readonly purpose: "order" | "raise" | "add_on" | "tip";
  readonly fen: Fen;
  readonly state: "awaited" | "captured" | "void";
  /** What has been refunded of it so far. */
  readonly refundedFen: Fen;
  readonly capturedAt: Instant | null;
  readonly provider: string | null;
  /** The provider's own id of the capture: refunds go to it. */
  readonly captureId: string | null;
  /** The add-on it pays for; null otherwise. */
  readonly subjectId: string | null;
}

/** The facts commission is charged on, pinned at accept and never loaded again (I10). */
export interface PinnedFacts {
  readonly plan: FeePlanId;
  readonly policyVersion: string;
  readonly policyHash: string;
  readonly certified: boolean;
  readonly level: number;
  readonly completedOrders: number;
  readonly completedTogetherBefore: number;
}

/** Who does the work, from accept to its end. */
export interface Assignment {
  readonly id: string;
  readonly workerId: string;
  readonly acceptedAt: Instant;
  /** The later of the agreed start and what the worker could reach at accept (§2, working start). */
  readonly workingStart: Instant;
  /** The worker's travel time known at accept, in minutes. */
  readonly travelMinutes: number;
  readonly pinned: PinnedFacts;
  readonly contractHash: string;
  /** The members of a team who go, as it named them; empty: nobody is named, or nobody leads a team. */
  readonly crew: readonly string[];
  readonly timeConfirmedBy: readonly ("customer" | "worker")[];
}

export interface FormerAssignment {
  readonly workerId: string;
  readonly acceptedAt: Instant;
  readonly endedAt: Instant;
  readonly cause: "withdrawn" | "no_show" | "safety" | "illness";
  readonly fault: boolean;
}

export type AddOnState = "proposed" | "approved" | "paid" | "declined" | "withdrawn" | "expired" | "void" | "done" | "not_done";

/** Extra time (`minutes` > 0, priced by the order's rate) or an extra item (own price). */
export interface AddOn {
  readonly id: string;
  readonly kind: "time" | "item";
  readonly title: string;
  readonly minutes: number;
  readonly fen: Fen;
  readonly photoId: string | null;
  readonly by: "customer" | "worker";
  readonly state: AddOnState;
  readonly proposedAt: Instant;
  readonly expiresAt: Instant | null;
  readonly paymentId: string | null;
}

/** A higher price offered while matching; counts when captured. */
export interface Raise {
  readonly rateFenPerHour: Fen;
  readonly fen: Fen;
  readonly paymentId: string;
}

export interface RescheduleProposal {
  readonly by: "customer" | "worker";
  readonly startsAt: Instant;
  readonly proposedAt: Instant;
  readonly expiresAt: Instant;
}

/** Money of the order so far. Held in escrow = captured − refunded − released − commission (I3). */
export interface OrderMoney {
  readonly capturedFen: Fen;
  readonly refundedFen: Fen;
  readonly releasedFen: Fen;
  readonly commissionFen: Fen;
  /** The commission base settled so far: a settlement in parts charges on the whole so far (§4). */
  readonly commissionableFen: Fen;
}

/** The running and finished work. */
export interface Service {
  readonly startedAt: Instant;
  readonly segments: readonly { readonly from: Instant; readonly to: Instant | null }[];
  readonly pausedSince: Instant | null;
  readonly finishedAt: Instant | null;
  readonly finishReason: "done" | "safety" | "illness" | "customer" | "abandoned" | "pause_ended" | null;
  readonly headcount: number;
}

/** One line of a bill. `commissionable` lines are the commission base (§4). */
export interface BillLine {
  readonly kind: "time" | "item" | "travel" | "cancellation_fee" | "awarded" | "tip";
  readonly fen: Fen;
  readonly commissionable: boolean;
  readonly minutes: number | null;
  readonly subjectId: string | null;
}

/** What is due at the end: the lines, and their split. customer pays = worker net + commission; refund is what was held beyond it. */
export interface Bill {
  readonly workedMinutes: number;
  readonly billedMinutes: number;
  readonly authorisedMinutes: number;
  readonly lines: readonly BillLine[];
  readonly totalFen: Fen;
  readonly commissionFen: Fen;
  readonly workerNetFen: Fen;
  readonly refundFen: Fen;
}

/** One policy of 100,000 yuan covers both sides of each active assignment (§10, I11). */
export interface InsurancePolicy {
  readonly assignmentId: string;
  readonly tier: "basic" | "medium" | "full";
  readonly coverFen: Fen;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly premiumPosted: boolean;
}

/**
 * An order: plain JSON, no class. It is the fold of its events (`replay`); nothing else writes it.
 * Times are instants, money is fen.
 */
export interface Order {
  readonly id: string;
  readonly cityId: string;
  readonly zone: string;
  readonly customerId: string;
  /** The number of events so far. */
  readonly version: number;
  readonly state: OrderState;
  readonly createdAt: Instant;
  readonly placedAt: Instant | null;
  /** When the present state was entered. */
  readonly since: Instant;
  readonly terms: Terms;
  /** SHA-256 of the canonical terms, signed by the customer at place and at each raise. */
  readonly signedTermsHash: string | null;
  /** The rate in force (after a chosen quote or a raise). */
  readonly rateFenPerHour: Fen;
  /** The agreed start; null while an as-soon-as-possible order has no worker. */
  readonly startsAt: Instant | null;
  readonly payments: readonly Payment[];
  readonly money: OrderMoney;
  /** The quote the customer chose: its worker's interval is reserved until payment. */
  readonly chosenQuote: {
    readonly quoteId: string;
    readonly workerId: string;
    readonly rateFenPerHour: Fen;
    /** The policy by which its worker was shown what they net: it is charged by (§4, preview = charge). */
    readonly policyHash: string;
  } | null;
  /** When matching was first entered (paid) and last re-entered; `round` counts raises and re-matchings, each empties the list of those asked. */
  readonly matching: {
    readonly paidAt: Instant;
    readonly reenteredAt: Instant | null;
    readonly round: number;
    readonly leftBy: readonly string[];
  } | null;
  readonly raise: Raise | null;
  /** A direct booking that its worker has not refused yet: only this worker is asked. */
  readonly direct: Terms["direct"];
  readonly assignment: Assignment | null;
  readonly formerAssignments: readonly FormerAssignment[];
  readonly departedAt: Instant | null;
  readonly arrivedAt: Instant | null;
  readonly customerHereAt: Instant | null;
  readonly noShowReportedAt: Instant | null;
  /** How many people came with the worker; fewer than ordered lets the customer leave free. */
  readonly crewPresent: number | null;
  readonly earlyStartAllowed: boolean;
  /** After a worker's fault the customer cancels free until the next worker departs (§2). */
  readonly freeToLeave: boolean;
  readonly askedToCancel: { readonly at: Instant; readonly expiresAt: Instant } | null;
  readonly rescheduled: number;
  readonly rescheduleProposal: RescheduleProposal | null;
  /** Time that was left to the old start when a reschedule was agreed at the customer's wish: fees use the smaller (§2). */
  readonly feeNotice: { readonly agreedAt: Instant; readonly leftToOldStart: number } | null;
  readonly service: Service | null;
  readonly lastSignOfLifeAt: Instant | null;
  readonly addOns: readonly AddOn[];
  readonly bill: Bill | null;
  readonly travelEarned: boolean;
  readonly dispute: Dispute | null;
  readonly insurance: readonly InsurancePolicy[];
  /** Reminders of the running confirmation sent so far. */
  readonly remindersSent: number;
  /** Whether the alert about an unconfirmed time has gone out (§10). */
  readonly timeAlerted: boolean;
  /** A customer's deadline that fell into a stop of the service is not judged before this (§2). */
  readonly graceUntil: Instant | null;
  readonly endedAt: Instant | null;
  readonly endCause: string | null;
}

/** What a worker's calendar must keep free for an order: from the working start to the authorised end (buffers are added by the rule). */
export type Occupation = Interval;
