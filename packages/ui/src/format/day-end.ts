import type { Instant } from "@lingong/domain";
import type { Format } from "./format.ts";

/** A deadline in words: one at the very end of a day reads `3月24日 24:00`, not the next day's midnight. */
export function deadlineText(format: Pick<Format, "date" | "time" | "dateTime">, at: Instant): string {
  return format.time(at) === "00:00" ? `${format.date(at - 1)} 24:00` : format.dateTime(at);
}
