import { parseArgs } from "node:util";
import { type Command, Refusal } from "../command.ts";
import { offlineOptimum } from "./optimum.ts";
import { play } from "./play.ts";
import { readScenario } from "./read-scenario.ts";
import { reportOf, type ScenarioReport } from "./report.ts";

const options = {
  json: { type: "boolean" },
  policy: { type: "string", default: "batch" },
  round: { type: "string", default: "10" },
  hold: { type: "string" },
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

  const scenario = readScenario(file);
  const began = performance.now();
  const played = play(scenario, { policy, round, hold });
  const seconds = (performance.now() - began) / 1_000;
  const report = reportOf(scenario, played, values["no-optimum"] ? null : offlineOptimum(scenario), seconds);
  console.log(values.json ? JSON.stringify(report) : wordsOf(report));
  return 0;
};

function timeOf(name: string, value: string): number {
  const time = Number(value);
  if (value.trim() === "" || !Number.isFinite(time) || time < 0) throw new Refusal(`--${name} takes a time in the file's unit, not "${value}"`);
  return time;
}

function wordsOf(report: ScenarioReport): string {
  const { orders, workers, served, share, meanWaitS, meanPickup, giniIncomePerHour, rounds, msPerRound, seconds } = report;
  const ofOptimum = share === null ? "" : `, ${(100 * share).toFixed(2)} % of the offline optimum`;
  return [
    `${served} of ${orders} orders served by ${workers} workers${ofOptimum}`,
    `wait ${meanWaitS ?? "–"}, pickup ${meanPickup ?? "–"} on average; Gini of income per hour ${giniIncomePerHour}`,
    `${rounds} rounds in ${seconds} s: ${msPerRound.p50} ms, 99 % within ${msPerRound.p99} ms, at most ${msPerRound.max} ms`,
    `decisions ${report.decisionsSha256}`,
  ].join("\n");
}
