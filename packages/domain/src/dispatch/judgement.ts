import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import type { LocalTime } from "../schedule/local-time.ts";
import { occupationAfter, occupationOf } from "./pair-facts.ts";
import type { CommittedInterval, Job, Qualification, WorkerSnapshot } from "./snapshot.ts";

/**
 * How an order would reach the worker: `wave` an offer of a round; `direct` an exclusive offer (direct booking, regular
 * first); `hall` taken from the hall; `accept` the command itself; `quote` a quote given or chosen; `admin` assigned by hand.
 */
export type DispatchPath = "wave" | "hall" | "direct" | "accept" | "quote" | "admin";

/** Under what a pair is judged. `localTime` remembers, where many pairs are asked about the same hours. */
export interface Judgement {
  readonly policy: Policy;
  readonly now: Instant;
  readonly path: DispatchPath;
  readonly localTime: LocalTime;
  /** The city of every order that is judged; null: they are of several. */
  readonly cityId: string | null;
}

/** A pair with what was looked up about it: `qualificationFor` and `metresTo`. */
export interface Pair {
  readonly job: Job;
  readonly worker: WorkerSnapshot;
  readonly qualification: Qualification | null;
  /** Whole metres to the place; 0 for remote work; null when a position is missing or implausible. */
  readonly metres: number | null;
  /** Minutes of travel where a routing provider was asked; absent or null: by distance. */
  readonly travel?: number | null;
}

/** One pair under judgement. What its calendar would hold is worked out when a check first asks: with most pairs none does. */
export interface Case extends Pair, Judgement {
  work: CommittedInterval | null;
  others: WorkerSnapshot | null;
}

export function caseOf({ job, worker, qualification, metres, travel }: Pair, { policy, now, path, localTime, cityId }: Judgement): Case {
  return { job, worker, qualification, metres, travel: travel ?? null, policy, now, path, localTime, cityId, work: null, others: null };
}

/** What the calendar would hold: working start to booked end. */
export function workOf(it: Case): CommittedInterval {
  if (it.work !== null) return it.work;
  const { job, worker, policy, now, metres, travel } = it;
  const { from, to } = travel == null ? occupationOf(job, worker, policy, now, metres) : occupationAfter(job, travel, policy, now);
  const work = { orderId: job.orderId, from, to, position: job.mode === "remote" ? null : job.position };
  it.work = work;
  return work;
}

/** The worker without this order's own commitment: a chosen quote reserves one before it is paid. */
export function othersOf(it: Case): WorkerSnapshot {
  if (it.others !== null) return it.others;
  const others = withoutOrder(it.worker, it.job.orderId);
  it.others = others;
  return others;
}

function withoutOrder(worker: WorkerSnapshot, orderId: string): WorkerSnapshot {
  for (const commitment of worker.commitments) {
    if (commitment.orderId === orderId) return { ...worker, commitments: worker.commitments.filter((other) => other.orderId !== orderId) };
  }
  return worker;
}
