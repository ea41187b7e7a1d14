import { parseArgs } from "node:util";
import { lifecycle } from "@lingong/domain";
import type { Command } from "../command.ts";
import { Refusal } from "../command.ts";
import { type Exploration, explore, type Violation } from "./explore.ts";
import { invariantNames } from "./invariants.ts";
import { mutate } from "./mutate.ts";

/** States of each scenario that are explored when nothing else is said: 100,000 and more in all. */
const usualStates = 6_000;
/** A mutant is looked for in fewer states: a defect that needs more counts as a survivor. */
const mutantStates = 1_200;

/** "holds", or how an invariant was broken first. */
function verdicts(violations: readonly Violation[]): Record<string, string> {
  const broken = (rule: string): string => violations.find((violation) => violation.rule === rule)?.how ?? "holds";
  const others = ["allowed", "follows", "trace", "replay", "dueAt", "preview"];
  return Object.fromEntries([...invariantNames, ...others].map((rule) => [rule, broken(rule)]));
}

function summary(found: Exploration, seconds: number) {
  return {
    states: found.states,
    transitions: found.transitions,
    refusals: found.refusals,
    invariants: verdicts(found.violations),
    rows: { fired: found.rows.size, of: Object.keys(lifecycle).length },
    bounded: !found.complete,
    violations: found.violations,
    seconds,
  };
}

function printWords(result: ReturnType<typeof summary>): void {
  console.log(
    `${result.states} states, ${result.transitions} transitions, ${result.refusals} refusals in ${result.seconds} s; ${result.rows.fired} of ${result.rows.of} rows fired`,
  );
  for (const [name, verdict] of Object.entries(result.invariants)) console.log(`  ${name.padEnd(8)} ${verdict}`);
  for (const violation of result.violations)
    console.log(`\n${violation.rule} in "${violation.scenario}": ${violation.how}\n${violation.sequence.map((step) => `  ${step}`).join("\n")}`);
}

function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text}   `);
}

function countOf(value: string | undefined, usual: number): number {
  const count = value === undefined ? usual : Number(value);
  if (!Number.isSafeInteger(count) || count < 1) throw new Refusal(`--states takes a whole number above 0, not "${value}"`);
  return count;
}

/** Explores the real lifecycle, or with `--mutate` seeds defects into it. Exit code 1 on a violation, or when fewer than 95 % of the defects are noticed. */
export const modelCheck: Command = async (words) => {
  const { values } = parseArgs({ args: [...words], options: { json: { type: "boolean" }, mutate: { type: "boolean" }, states: { type: "string" } } });
  if (values.mutate) {
    const report = mutate({
      mostStates: countOf(values.states, mutantStates),
      onProgress: (done, total) => showProgress(`${done}/${total} defects`),
    });
    console.log(
      values.json
        ? JSON.stringify(report)
        : `${report.killed} of ${report.total} defects noticed in ${report.seconds} s\n${report.survivors.join("\n")}`,
    );
    return report.killed >= report.total * 0.95 ? 0 : 1;
  }
  const began = performance.now();
  const found = explore({ mostStates: countOf(values.states, usualStates), onProgress: (states) => showProgress(`${states} states`) });
  const result = summary(found, Math.round((performance.now() - began) / 100) / 10);
  if (values.json) console.log(JSON.stringify(result));
  else printWords(result);
  return result.violations.length === 0 ? 0 : 1;
};
