import { type CommittedInterval, type Fen, HOUR, type Instant, type Policy, type Position } from "@lingong/domain";
import { isAtWork, type PlannedOrder, type PlannedWorker } from "../plan.ts";

/** When the city of a trial wakes: a Wednesday, nine in the morning in Shanghai. */
export const wokeAt: Instant = Date.UTC(2026, 10, 4, 1);
/** As soon as possible: matching ends two hours after payment (§2). */
const matchingFor = 2 * HOUR;

/** A worker of a trial: who they are, and how their days have gone so far. */
export interface TrialWorker {
  readonly id: string;
  readonly number: number;
  readonly planned: PlannedWorker;
  readonly together: Record<string, { completed: number; lastStars: null }>;
  place: Position;
  commitments: readonly CommittedInterval[];
  completed: number;
  /** Earned since the city woke; a team's is shared by its people. */
  incomeFen: Fen;
  incomePerHourFen: Fen | null;
  asked: number;
  answered: number;
  /** Missed in a row, and whether that has taken them offline (§6). */
  missed: number;
  isAway: boolean;
  looksAt: TrialOrder | null;
  /** When their calendar or their presence changed last. */
  changedAt: Instant;
}

/** What became of an order. */
export type TrialEnd = "waiting" | "taken" | "served" | "cancelled" | "expired" | "no_show";

/** An order of a trial. */
export interface TrialOrder {
  readonly id: string;
  readonly number: number;
  readonly planned: PlannedOrder;
  readonly customerId: string;
  readonly postedAt: Instant;
  readonly expiresAt: Instant;
  readonly asked: string[];
  readonly openOffers: Set<TrialWorker>;
  wave: number;
  askedInWave: number;
  end: TrialEnd;
  takenBy: TrialWorker | null;
  takenAt: Instant;
  /** The way of who took it. */
  metres: number;
}

/** Somebody of the plan, at home; no newcomer, so that the fairness part counts from the first hour (§6). */
export function trialWorker(planned: PlannedWorker, number: number, policy: Policy): TrialWorker {
  return {
    id: `w${String(number).padStart(5, "0")}`,
    number,
    planned,
    together: {},
    place: planned.person.home,
    commitments: [],
    completed: policy.dispatch.score.newcomerBelowOrders,
    incomeFen: 0,
    incomePerHourFen: null,
    asked: 0,
    answered: 0,
    missed: 0,
    isAway: false,
    looksAt: null,
    changedAt: wokeAt,
  };
}

/** An order of the plan, by one of so many customers. */
export function trialOrder(planned: PlannedOrder, number: number, customers: number): TrialOrder {
  const postedAt = wokeAt + Math.round(planned.after);
  return {
    id: `t${String(number).padStart(6, "0")}`,
    number,
    planned,
    customerId: `c${(number * 7_919) % customers}`,
    postedAt,
    expiresAt: postedAt + matchingFor,
    asked: [],
    openOffers: new Set(),
    wave: 0,
    askedInWave: 0,
    end: "waiting",
    takenBy: null,
    takenAt: 0,
    metres: 0,
  };
}

/** Whether a worker can be asked: at work, not taken offline, not looking at another offer. */
export function isFree(worker: TrialWorker, now: Instant): boolean {
  return !worker.isAway && worker.looksAt === null && isAtWork(worker.planned, now - wokeAt);
}

/** Hours of the city's first `hours` in which a worker was at work: what their income is spread over. */
export function availableHours({ planned }: Pick<TrialWorker, "planned">, hours: number): number {
  let count = 0;
  for (let hour = 0; hour < hours; hour += 1) if (isAtWork(planned, hour * HOUR)) count += 1;
  return count;
}

/** What an order brings each of its people for the time booked, in fen. */
export function incomeOf({ planned: { terms } }: TrialOrder): Fen {
  return Math.round((terms.rateFenPerHour * terms.bookedMinutes) / 60);
}
