import type { SegmentView } from "@lingong/contracts";
import type { Duration, Instant } from "@lingong/domain";

/** The time worked until now: segments of work, the open one up to this moment, pauses left out. */
export function workedMilliseconds(segments: readonly Pick<SegmentView, "kind" | "from" | "to">[], now: Instant): Duration {
  let total = 0;
  for (const { kind, from, to } of segments) {
    if (kind === "work") total += Math.max(0, (to === null ? now : Date.parse(to)) - Date.parse(from));
  }
  return total;
}
