import { parseArgs } from "node:util";
import { MINUTE } from "@lingong/domain";
import type { Command } from "../command.ts";
import { countOf } from "../count-of.ts";
import { readDraft } from "../replay/read-draft.ts";
import { type CityComparison, compareCities } from "./trial/compare.ts";
import { figureNames } from "./trial/figures.ts";
import type { Estimate } from "./trial/statistics.ts";

const text = { type: "string" } as const;
const options = {
  json: { type: "boolean" },
  workers: { ...text, default: "400" },
  orders: { ...text, default: "1000" },
  hours: { ...text, default: "24" },
  seeds: { ...text, default: "20" },
  "first-seed": { ...text, default: "1" },
  hold: { ...text, default: "45" },
  policy: text,
} as const;

/** Plays the living city's plan without a server, once with each policy, and prints means, paired differences and their confidence intervals. */
export const cityCompare: Command = async (words) => {
  const { values } = parseArgs({ args: [...words], options });
  const comparison = await compareCities({
    workers: countOf("workers", values.workers, { least: 1, most: 20_000 }),
    orders: countOf("orders", values.orders, { least: 1, most: 100_000 }),
    hours: countOf("hours", values.hours, { least: 1, most: 168 }),
    seeds: countOf("seeds", values.seeds, { least: 5, most: 10_000 }),
    firstSeed: countOf("first-seed", values["first-seed"], { least: 1, most: 2 ** 31 }),
    hold: countOf("hold", values.hold, { least: 1, most: 120 }) * MINUTE,
    draft: values.policy === undefined ? null : await readDraft(values.policy),
    played: (seed) => void (values.json === true || process.stderr.write(`› city ${seed} played\n`)),
  });
  console.log(values.json ? JSON.stringify(comparison) : wordsOf(comparison));
  return 0;
};

function wordsOf({ workers, orders, hours, seeds, ...found }: CityComparison): string {
  const told = ({ mean, low, high }: Estimate) => `${mean.toPrecision(4)} [${low.toPrecision(4)}, ${high.toPrecision(4)}]`.padEnd(26);
  const rows = figureNames.map((name) =>
    [name.padEnd(18), told(found.greedy[name]), told(found.batch[name]), told(found.difference[name]), told(found.percent[name])].join(" "),
  );
  return [
    `${orders} orders and ${workers} workers in ${hours} hours, seeds ${seeds[0]} to ${seeds[1]}; means with 95 % confidence intervals`,
    ["".padEnd(18), "greedy".padEnd(26), "batch".padEnd(26), "batch − greedy".padEnd(26), "in % of greedy"].join(" "),
    ...rows,
  ].join("\n");
}
