import { parseArgs } from "node:util";
import { type Command, Refusal } from "../command.ts";
import { offlineOptimum } from "./optimum.ts";
import { play } from "./play.ts";
import { readScenario } from "./read-scenario.ts";
import { reportOf, type ScenarioReport } from "./report.ts";
import type { Ends } from "./scenario.ts";
import { upperBound } from "./upper-bound.ts";

const options = {
  json: { type: "boolean" },
  policy: { type: "string", default: "batch" },
  round: { type: "string", default: "10" },
  hold: { type: "string" },
  ends: { type: "string" },
  "no-optimum": { type: "boolean" },
} as const;

/** Plays a scenario file through the city's own assignment, in true time order, and prints what came of it. */
export const dispatch: Command = async (words) => {
  const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Refusal("name one scenario file: dispatch FILE.json");
  const { policy } = values;
  if (policy !== "greedy" && policy !== "batch") throw new Refusal(`--policy is greedy or batch, not "${policy}"`);
  const round = timeOf("round", values.round);
  if (round === 0) throw new Refusal("--round must be longer than nothing");
  const hold = values.hold === undefined ? Number.POSITIVE_INFINITY : timeOf("hold", values.hold);

  const ends = endsNamed(values.ends);
  const scenario = readScenario(file);
  const began = performance.now();
  const played = play(scenario, { policy, round, hold, ends });
  const seconds = (performance.now() - began) / 1_000;
  const compared = values["no-optimum"] !== true;
  const optimum = compared ? offlineOptimum(scenario, ends) : null;
  const report = reportOf(scenario, played, { optimum, atMost: compared && optimum === null ? upperBound(scenario) : null }, seconds);
  console.log(values.json ? JSON.stringify(report) : wordsOf(report));
  return 0;
};

/** What the file's ends mean, where that is said; else its stamps tell (see `endsOf`). */
function endsNamed(name: string | undefined): Ends | undefined {
  if (name === undefined || name === "inclusive" || name === "exclusive") return name;
  throw new Refusal(`--ends is inclusive or exclusive, not "${name}"`);
}

function timeOf(name: string, value: string): number {
  const time = Number(value);
  if (value.trim() === "" || !Number.isFinite(time) || time < 0) throw new Refusal(`--${name} takes a time in the file's unit, not "${value}"`);
  return time;
}

function wordsOf(report: ScenarioReport): string {
  const { orders, workers, served, share, shareAtLeast, meanWaitS, meanPickup, giniIncomePerHour, rounds, msPerRound, seconds } = report;
  const percent = (part: number) => `${(100 * part).toFixed(2)} %`;
  const ofBound = shareAtLeast === undefined ? "" : `, at least ${percent(shareAtLeast)} of what could be reached`;
  const ofOptimum = share === null ? ofBound : `, ${percent(share)} of the offline optimum`;
  return [
    `${served} of ${orders} orders served by ${workers} workers${ofOptimum}`,
    `wait ${meanWaitS ?? "–"}, pickup ${meanPickup ?? "–"} on average; Gini of income per hour ${giniIncomePerHour}`,
    `${rounds} rounds in ${seconds} s: ${msPerRound.p50} ms, 99 % within ${msPerRound.p99} ms, at most ${msPerRound.max} ms`,
    `decisions ${report.decisionsSha256}`,
  ].join("\n");
}
