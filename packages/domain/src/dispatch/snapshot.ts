import type { CategoryId, WorkMode } from "../catalog/category.ts";
import type { Position } from "../geo/position.ts";
import type { Instant, Interval } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";

export type TravelMode = "ebike" | "car" | "transit";

/**
 * An interval a worker is bound to or has worked, and where (null: remote work). The rest guards count past work too: give
 * at least the last three days, finished work with the times it really took.
 */
export interface CommittedInterval extends Interval {
  readonly orderId: string;
  readonly position: Position | null;
}

/** A worker's qualification for a category. `certified` counts while `validUntil` (null: for ever) is ahead. */
export interface Qualification {
  readonly categoryId: CategoryId;
  readonly certified: boolean;
  readonly proofOfWork: boolean;
  readonly validUntil: Instant | null;
}

/** A worker as dispatch sees one: plain data, loaded once a round; all counts are integers. */
export interface WorkerSnapshot {
  readonly id: string;
  readonly cityId: string;
  readonly kind: "individual" | "team";
  /** How many people the worker can bring (a team's members; 1 for an individual). */
  readonly crewSize: number;
  readonly verified: boolean;
  readonly online: boolean;
  /** Live offers are paused until then after repeated faults (§5); null: not paused. */
  readonly pausedUntil: Instant | null;
  readonly position: Position | null;
  readonly travelMode: TravelMode;
  readonly radiusKm: number;
  readonly qualifications: readonly Qualification[];
  readonly tags: readonly string[];
  readonly commitments: readonly CommittedInterval[];
  readonly restBlocks: readonly Interval[];
  /** Opted in to first visits at night (§6). */
  readonly nightFirstVisits: boolean;
  readonly blockedCustomerIds: readonly string[];
  readonly blockedByCustomerIds: readonly string[];
  /** The worker's calendar version: a save compares it under the row's lock. */
  readonly calendarVersion: number;
  readonly standing: number;
  readonly level: number;
  readonly completedOrders: number;
  /** Completed orders together and stars of the last review given by that customer, by customer id. */
  readonly together: Readonly<Record<string, { readonly completed: number; readonly lastStars: number | null }>>;
  /** Online and available minutes of 14 days, peak hours counted double. */
  readonly activity: { readonly online: number; readonly available: number };
  readonly response: { readonly withinFiveMinutes: number; readonly of: number };
  readonly profilePercent: number;
  /** Income per available hour over 14 days; null: no available time yet. */
  readonly incomePerAvailableHourFen: Fen | null;
}

/** An order as dispatch sees it. */
export interface Job {
  readonly orderId: string;
  readonly version: number;
  readonly cityId: string;
  readonly zone: string;
  readonly customerId: string;
  readonly categoryId: CategoryId;
  readonly mode: WorkMode;
  readonly certificate: "required" | "proof" | "optional";
  readonly tags: readonly string[];
  /** The exact position (dispatch runs on the server); null: remote. */
  readonly position: Position | null;
  readonly startsAt: Instant | null;
  readonly bookedMinutes: number;
  readonly headcount: number;
  readonly rateFenPerHour: Fen;
  /** When matching was (re-)entered and when it ends: an older and sooner-ending order weighs more in the round. */
  readonly waitingSince: Instant;
  readonly expiresAt: Instant;
  /** 0, 1, 2: the radius of the wave; 3: the hall. */
  readonly wave: number;
  readonly round: number;
  readonly openOffers: number;
  /** Offers already made in this wave, open or closed: a wave asks at most three (§6). Zero again when the wave changes. */
  readonly askedInWave: number;
  readonly askedWorkerIds: readonly string[];
  readonly leftWorkerIds: readonly string[];
  /** Only this worker is asked (direct booking, regular first); null: all. */
  readonly exclusiveWorkerId: string | null;
  readonly customerHasCompletedOrder: boolean;
  readonly quantified: boolean;
  readonly customerReviewCount: number;
  readonly customerHarsh: boolean;
}
