import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { exclusionOf } from "./eligibility.ts";
import { metresTo, occupationOf } from "./pair-facts.ts";
import { isHall } from "./room.ts";
import { byId } from "./round-state.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

/** An order in the hall, as one worker sees it. */
export interface HallEntry {
  readonly orderId: string;
  /** Whole metres; 0 for remote work. */
  readonly metres: number;
  /** When this worker would begin, accepting now. */
  readonly startsAt: Instant;
}

/**
 * The orders in the hall this worker may take (§6), by start or by distance and by nothing else: no score stands between a
 * worker and the hall.
 */
export function hallFor(
  worker: WorkerSnapshot,
  jobs: readonly Job[],
  by: "time" | "distance",
  { policy, now }: { readonly policy: Policy; readonly now: Instant },
): HallEntry[] {
  const entries = jobs
    .filter((job) => isHall(job.wave, policy) && job.expiresAt > now && exclusionOf(job, worker, policy, now, "hall") === null)
    .map((job) => {
      const metres = metresTo(job, worker) ?? 0;
      return { orderId: job.orderId, metres, startsAt: occupationOf(job, worker, policy, now, metres).from };
    });
  const later = (a: HallEntry, b: HallEntry) => a.startsAt - b.startsAt;
  const farther = (a: HallEntry, b: HallEntry) => a.metres - b.metres;
  const [first, second] = by === "time" ? [later, farther] : [farther, later];
  return entries.sort((a, b) => first(a, b) || second(a, b) || byId(a.orderId, b.orderId));
}
