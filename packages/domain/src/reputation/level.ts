import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";

/** The level that standing and completed orders reach, 1–5 (§8). */
export function levelOf(standing: number, completedOrders: number, policy: Policy): number {
  let level = 1;
  for (const step of policy.reputation.levels) {
    if (completedOrders >= step.completed && standing >= step.standing) level = Math.max(level, step.level);
  }
  return level;
}

/** Level 1 reads 新手 (newcomer) below five completed orders, 待提升 (to improve) from then on; else the level's own name. */
export function levelName(
  level: number,
  completedOrders: number,
  policy: Policy,
): "newcomer" | "to_improve" | "level_2" | "level_3" | "level_4" | "level_5" {
  switch (level) {
    case 2:
      return "level_2";
    case 3:
      return "level_3";
    case 4:
      return "level_4";
    case 5:
      return "level_5";
    default:
      return completedOrders < (policy.reputation.levels[0]?.completed ?? 0) ? "newcomer" : "to_improve";
  }
}

/** What is still missing for the next level; null at the highest. */
export interface NextLevel {
  readonly level: number;
  readonly missingOrders: number;
  readonly missingStanding: number;
}

/** The step above a level, as a worker reads it: so many orders and points more. */
export function nextLevel(level: number, standing: number, completedOrders: number, policy: Policy): NextLevel | null {
  const next = policy.reputation.levels.find((step) => step.level > level);
  if (next === undefined) return null;
  return {
    level: next.level,
    missingOrders: Math.max(0, next.completed - completedOrders),
    missingStanding: Math.max(0, next.standing - standing),
  };
}

/** The level a worker is shown, and since when the record has been below it (null: it is not). */
export interface HeldLevel {
  readonly level: number;
  readonly belowSince: Instant | null;
}

/** What became of a held level: it rose, holds, is warned (below, the days run), or fell. */
export interface LevelChange extends HeldLevel {
  readonly change: "rose" | "held" | "warned" | "fell";
  /** While warned: when it falls unless the record recovers. */
  readonly fallsAt: Instant | null;
}

/**
 * A level rises at once and falls only after seven days below its threshold (§8). Called at each counted event and once
 * a day: `reached` is what the record reaches at `now`.
 */
export function levelAfter(held: HeldLevel, reached: number, now: Instant, policy: Policy): LevelChange {
  if (reached >= held.level) {
    return { level: reached, belowSince: null, change: reached > held.level ? "rose" : "held", fallsAt: null };
  }
  const belowSince = held.belowSince ?? now;
  const fallsAt = belowSince + policy.reputation.levelFallsAfter;
  if (now < fallsAt) return { level: held.level, belowSince, change: "warned", fallsAt };
  return { level: reached, belowSince: null, change: "fell", fallsAt: null };
}
