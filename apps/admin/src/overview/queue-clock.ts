import type { Overview } from "@lingong/contracts";
import type { Duration, Instant } from "@lingong/domain";

export interface QueueClock {
  /** 0 to 1: how much of its time the oldest item has used. */
  readonly used: number;
  /** A right is about to be lost, or is: nine tenths are used. */
  readonly late: boolean;
  /** Null: nothing waits. Negative: over. */
  readonly left: Duration | null;
}

const nearlyOver = 90;

/** The oldest item's clock, for a bar and its words. */
export function queueClock({ length, oldestDueAt, oldestUsedPercent }: Overview["queues"][number], now: Instant): QueueClock {
  if (length === 0 || oldestDueAt === null) return { used: 0, late: false, left: null };
  const left = Date.parse(oldestDueAt) - now;
  const percent = left <= 0 ? 100 : Math.min(100, Math.max(0, oldestUsedPercent ?? 0));
  return { used: percent / 100, late: percent >= nearlyOver, left };
}
