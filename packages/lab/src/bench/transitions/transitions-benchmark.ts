import { isOf, startHelper } from "../../helper.ts";
import type { Benchmark, Findings } from "../benchmark.ts";
import { target } from "../benchmark.ts";
import type { Comparison } from "../figures.ts";
import { type Level, levels } from "./levels.ts";

const script = new URL("contest-process.ts", import.meta.url);
const usual = { runs: 7, millisecondsEach: 400 };
const quickly = { runs: 2, millisecondsEach: 10 };
const withinMs = 180_000;

type Contested = { readonly kind: "contested"; readonly compared: Readonly<Record<Level, Comparison>> };
const isContested = (message: unknown): message is Contested => isOf("contested")(message);

const notes = [
  "Both engines are given the same rows of the lifecycle; XState's machine is generated from the table and calls the very same guard and effect functions through its pure transition(). They end in the same orders, which is checked before anything is measured.",
  "table: states, commands, roles and targets: what an engine itself costs. guards: with every guard. whole: whole orders with every effect; there both spend the same time in the rules themselves (canonical JSON and SHA-256 of terms and contract, bills, commissions), which no engine can save.",
  "Ours also makes the event with its changed fields, the journal entry and the calendar change; XState only the next order and the effects' parts.",
];

/** Pure transitions per second, ours against XState 5, for the same table. */
export const transitions: Benchmark = {
  about: "pure transitions per second against XState 5 for the same table",
  async run({ quick, say }): Promise<Findings> {
    const { runs, millisecondsEach } = quick ? quickly : usual;
    say(`${runs} runs at each of ${levels.length} levels`);
    const helper = startHelper(script, { args: [String(runs), String(millisecondsEach)], env: { NODE_ENV: "production" } });
    try {
      const { compared } = await helper.next(isContested, withinMs);
      return { figures: { ...compared } as unknown as Findings["figures"], targets: [target("table ratio", 20, compared.table.ratio)], notes };
    } finally {
      await helper.stop();
    }
  },
};
