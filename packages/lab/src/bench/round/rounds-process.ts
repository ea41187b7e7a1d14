import { figureOf } from "../figures.ts";
import { busyHours } from "./day.ts";
import { largeRound } from "./large-round.ts";
import type { Timing } from "./timing.ts";

// A process of its own: one core, one heap, no other code.
const [orders = 0, workers = 0, runs = 0, perDay = 0, minutes = 0] = process.argv.slice(2).map(Number);

const bothOf = (timings: readonly Timing[]) => ({
  clock: figureOf(
    "ms",
    timings.map(({ clock }) => clock),
  ),
  processor: figureOf(
    "ms",
    timings.map(({ processor }) => processor),
  ),
});

const city = largeRound(orders, workers, runs);
const sizes = [workers / 20, workers / 2, workers * 5];
const bySize = sizes.map((size) => ({ size, round: largeRound(Math.round(size / 4), size, Math.max(2, Math.round(runs / 3))) }));
const day = busyHours(perDay, minutes);
process.send?.({
  kind: "measured",
  round: { pairs: city.pairs, receipts: city.receipts, offers: city.offers },
  decided: bothOf(city.decided),
  withReceipts: bothOf(city.withReceipts),
  solvedOnes: bothOf(city.solvedOnes),
  solvedThrees: bothOf(city.solvedThrees),
  bySize: bySize.map(({ size, round }) => ({ size, ...bothOf(round.withReceipts) })),
  day: { ...day, rounds: day.rounds },
});
process.disconnect?.();
