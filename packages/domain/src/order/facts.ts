import type { Category } from "../catalog/category.ts";
import type { WorkerSnapshot } from "../dispatch/snapshot.ts";
import type { Position } from "../geo/position.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import type { Policy } from "../policy/policy.ts";
import type { WorkingDaysEnd } from "../schedule/working-days.ts";
import type { ArbitratorFact } from "./arbitrators.ts";

/** When working days that begin now end. */
export interface WorkingDayClocks {
  /** The first decision, and the outside of it. */
  readonly deciding: WorkingDaysEnd;
  readonly outside: WorkingDaysEnd;
  /** What the next arbitrator has after a missed clock. */
  readonly escalated: WorkingDaysEnd;
  readonly appeal: WorkingDaysEnd;
}

/** An offer as the order's row needs to see it. */
export interface OfferFact {
  readonly id: string;
  readonly workerId: string;
  readonly round: number;
  readonly state: "open" | "accepted" | "declined" | "timed_out" | "void";
  readonly expiresAt: Instant;
}

/** A quote as the order's row needs to see it. */
export interface QuoteFact {
  readonly id: string;
  readonly workerId: string;
  readonly rateFenPerHour: Fen;
  readonly state: "open" | "countered" | "agreed" | "withdrawn" | "void";
  /** The policy its worker was shown the fees of. */
  readonly policyHash: string;
}

/**
 * What the domain needs to decide and the order does not hold. The use-case loads exactly what a row's guards and
 * effects declare; what is pinned moves into the order at accept and is never loaded again.
 */
export interface Facts {
  /** The order's pinned policy where it has one, else the one in force. */
  readonly policy: Policy;
  readonly policyHash: string;
  readonly category: Category;
  /** The lowest rate allowed in the city: minimum hourly wage, fen. */
  readonly minimumWageFen: Fen;
  /** The worker this step concerns: who would be assigned (accept, acceptQuote, a capture with a chosen quote), or who is. */
  readonly candidate: WorkerSnapshot | null;
  /** Of a team: those named who are its members (assignCrew), else those who go. Empty: nobody else is concerned. */
  readonly crew: readonly WorkerSnapshot[];
  /** The exact place of the work, for travel and eligibility; null for remote work or when erased. */
  readonly exactPosition: Position | null;
  readonly offer: OfferFact | null;
  readonly quote: QuoteFact | null;
  /** Metres between the position given and the place; null when unknown or remote. */
  readonly metresFromPlace: number | null;
  readonly travelMinutes: number | null;
  /** Completed orders of this customer with the candidate, before this one. */
  readonly completedTogether: number;
  /** Completed orders of this customer at all: a first visit at night is offered only to those who opted in. */
  readonly customerCompletedOrders: number;
  /** Force majeure flagged by an admin waives cancellation fees. */
  readonly forceMajeure: boolean;
  /** The dispute clocks on the working-day calendar, counted from now (§8); null: no dispute is concerned. */
  readonly workingDays: WorkingDayClocks | null;
  /** Everybody who may arbitrate, with what is known of each; empty: nobody is asked for. */
  readonly arbitrators: readonly ArbitratorFact[];
}
