import type { DayBlock } from "@lingong/contracts";
import { HOUR, type Instant } from "@lingong/domain";

const usualFrom = 8;
const usualTo = 20;
const pixelsPerHour = { least: 30, most: 72 };
/** An order with its two lines of text needs so many pixels, a buffer or a rest with its one so many. */
const neededPixels = { order: 48, other: 24 };

export interface DaySpan {
  readonly from: Instant;
  readonly to: Instant;
  readonly pixelsPerHour: number;
}

/**
 * The part of the local day the line shows: 8 to 20 o'clock, more where there is more, and a scale on which the shortest
 * order, buffer or rest can still be read.
 * @param dayStart the local midnight
 */
export function daySpan(dayStart: Instant, blocks: readonly Pick<DayBlock, "kind" | "from" | "to">[]): DaySpan {
  const starts = blocks.map(({ from }) => Date.parse(from));
  const ends = blocks.map(({ to }) => Date.parse(to));
  const from = Math.min(dayStart + usualFrom * HOUR, ...starts.map((at) => Math.floor(at / HOUR) * HOUR));
  const to = Math.max(dayStart + usualTo * HOUR, ...ends.map((at) => Math.ceil(at / HOUR) * HOUR));
  const needed = blocks.map((block) => {
    const hours = (Date.parse(block.to) - Date.parse(block.from)) / HOUR;
    return (block.kind === "order" ? neededPixels.order : neededPixels.other) / Math.max(0.25, hours);
  });
  return { from, to, pixelsPerHour: Math.min(pixelsPerHour.most, Math.max(pixelsPerHour.least, ...needed)) };
}
