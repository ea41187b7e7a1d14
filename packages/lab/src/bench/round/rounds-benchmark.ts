import { isOf, startHelper } from "../../helper.ts";
import { type Benchmark, ceiling, type Findings } from "../benchmark.ts";
import { type Figure, figureOf, percentile } from "../figures.ts";
import type { Day } from "./day.ts";

const script = new URL("rounds-process.ts", import.meta.url);
const usual = { orders: 5_000, workers: 20_000, runs: 9, perDay: 82_000, minutes: 120 };
const quickly = { orders: 50, workers: 200, runs: 2, perDay: 2_000, minutes: 2 };
const withinMs = 1_800_000;

interface Both {
  readonly clock: Figure;
  readonly processor: Figure;
}

interface Measured extends Readonly<Record<"decided" | "withReceipts" | "solvedOnes" | "solvedThrees", Both>> {
  readonly kind: "measured";
  readonly round: { readonly pairs: number; readonly receipts: number; readonly offers: number };
  readonly bySize: readonly (Both & { readonly size: number })[];
  readonly day: Day;
}
const isMeasured = (message: unknown): message is Measured => isOf("measured")(message);

/** Rounds of a whole city: snapshot to decisions and receipts, the exact solver alone, growth with the city, a busy day. */
export const rounds: Benchmark = {
  about: "rounds of a whole city: to decisions and receipts, the solver alone, growth with the city, the busy hours of a day",
  async run({ quick, say }): Promise<Findings> {
    const { orders, workers, runs, perDay, minutes } = quick ? quickly : usual;
    say(`${runs} rounds of ${orders} orders and ${workers} workers, then larger cities and ${minutes} minutes of a busy day`);
    const helper = startHelper(script, { args: [orders, workers, runs, perDay, minutes].map(String), env: { NODE_ENV: "production" } });
    try {
      return findingsOf(await helper.next(isMeasured, withinMs), perDay);
    } finally {
      await helper.stop();
    }
  },
};

function findingsOf({ decided, withReceipts, solvedOnes, solvedThrees, bySize, round, day }: Measured, perDay: number): Findings {
  const growth = growthOf(bySize);
  const rounds = day.rounds.map(({ clock }) => clock);
  const used = day.rounds.map(({ processor }) => processor);
  const busiest = figureOf("ms", [percentile(rounds, 0.99)]);
  const sizes = Object.fromEntries(bySize.map(({ size, processor }) => [`${size} workers: processor time`, processor]));
  return {
    figures: {
      decisions: { "on the clock": decided.clock, "processor time": decided.processor },
      "decisions and receipts": { "on the clock": withReceipts.clock, "processor time": withReceipts.processor },
      "exact solver alone, one worker an order": { "on the clock": solvedOnes.clock, "processor time": solvedOnes.processor },
      "exact solver alone, three workers an order": { "on the clock": solvedThrees.clock, "processor time": solvedThrees.processor },
      "cities of one density": { ...sizes, "growth per doubling ÷ 2": growth },
      "busy hours": { "a round": figureOf("ms", rounds), "a round: processor time": figureOf("ms", used), "p99 of the rounds": busiest },
    },
    targets: [
      ceiling("decisions and receipts, on the clock", 250, withReceipts.clock),
      ceiling("exact solver alone, one worker an order", 40, solvedOnes.clock),
      ceiling("growth per doubling ÷ 2", 1.15, growth),
      ceiling("p99 of the rounds of the busy hours", 50, busiest),
    ],
    notes: [
      `The round: ${round.pairs} pairs that may be joined, ${round.receipts} receipts written out one by one, ${round.offers} offers (each order asks three).`,
      "Cities of one density have a quarter as many orders as workers; growth is from the smallest to the largest, by processor time.",
      `The busy hours: ${day.orders} orders at twice the mean of a day of ${perDay} orders and as many workers, each there for two hours; ${day.accepted} taken, up to ${day.workersMost} workers free at once; a round every ten seconds, receipts written out.`,
    ],
  };
}

/** By how much more than twice the time a doubled city takes. */
function growthOf(bySize: Measured["bySize"]): Figure {
  const [first, last] = [bySize[0], bySize.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("growth needs two sizes");
  const factor = last.size / first.size;
  const beyond = last.processor.median / first.processor.median / factor;
  return figureOf("×", [beyond ** (1 / Math.log2(factor))]);
}
