import type { Instant, Interval } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";

/** A worker's own fault: a withdrawal counts one, a no-show two (§5). */
export interface Fault {
  readonly at: Instant;
  readonly kind: "withdrawn" | "no_show";
}

/** Where a worker's count stands: faults of the last 30 days since the last pause, and the newest pause of live offers. */
export interface FaultCount {
  readonly count: number;
  /** At how many a pause begins. */
  readonly limit: number;
  readonly pause: Interval | null;
}

/**
 * Counts faults (§5): three within 30 days pause live offers for 24 h, and the count starts anew. Faults that an appeal
 * or synced evidence cleared are not passed in.
 */
export function countFaults(faults: readonly Fault[], now: Instant, policy: Policy): FaultCount {
  const { count: limit, within, pause: length, noShowCounts } = policy.cancellation.faultsPause;
  const weightOf = (fault: Fault): number => (fault.kind === "no_show" ? noShowCounts : 1);
  const weigh = (open: readonly Fault[]): number => open.reduce((total, fault) => total + weightOf(fault), 0);
  let open: Fault[] = [];
  let pause: Interval | null = null;
  for (const fault of faults.filter((candidate) => candidate.at <= now).toSorted((a, b) => a.at - b.at)) {
    open = [...open.filter((earlier) => earlier.at > fault.at - within), fault];
    if (weigh(open) >= limit) {
      pause = { from: fault.at, to: fault.at + length };
      open = [];
    }
  }
  return { count: weigh(open.filter((fault) => fault.at > now - within)), limit, pause };
}

/** Until when live offers are paused at `now`, or null. */
export function pausedUntil(faults: readonly Fault[], now: Instant, policy: Policy): Instant | null {
  const { pause } = countFaults(faults, now, policy);
  return pause !== null && now < pause.to ? pause.to : null;
}
