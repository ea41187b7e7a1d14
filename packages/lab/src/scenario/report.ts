import { createHash } from "node:crypto";
import { percentile } from "../bench/figures.ts";
import { gini, incomePerHour } from "./income.ts";
import type { Played } from "./play.ts";
import type { Scenario } from "./scenario.ts";
import type { Decision } from "./stage.ts";

/** What a played scenario comes to. Means are null where nothing was served. */
export interface ScenarioReport {
  readonly orders: number;
  readonly workers: number;
  readonly served: number;
  readonly totalWeight: number;
  /** Of the offline optimum; null where that is not asked for or not known. */
  readonly share: number | null;
  /** Where workers return nobody knows the optimum: the share of more than it can be. Absent elsewhere. */
  readonly shareAtLeast?: number;
  /** Posted to joined, in the file's unit of time. */
  readonly meanWaitS: number | null;
  /** From the worker to the order, in the file's unit of length (geo: km). */
  readonly meanPickup: number | null;
  readonly giniIncomePerHour: number;
  /** How often the policy was asked to decide. */
  readonly rounds: number;
  readonly msPerRound: { readonly p50: number; readonly p99: number; readonly max: number };
  readonly seconds: number;
  readonly decisionsSha256: string;
}

/** What is reached of an optimum, or of a bound above it. */
export interface Reachable {
  readonly optimum: number | null;
  readonly atMost?: number | null;
}

export function reportOf(scenario: Scenario, { decisions, runs }: Played, { optimum, atMost = null }: Reachable, seconds: number): ScenarioReport {
  const totalWeight = decisions.reduce((sum, { weight }) => sum + weight, 0);
  return {
    orders: scenario.orders.length,
    workers: scenario.workers.length,
    served: decisions.length,
    totalWeight: rounded(totalWeight, 6),
    share: optimum === null || optimum === 0 ? null : rounded(totalWeight / optimum, 6),
    ...(atMost !== null && atMost > 0 && { shareAtLeast: rounded(totalWeight / atMost, 6) }),
    meanWaitS: meanOf(decisions, ({ at, order }) => at - order.posted),
    meanPickup: meanOf(decisions, ({ distance }) => distance),
    giniIncomePerHour: rounded(gini(incomePerHour(scenario, decisions)), 6),
    rounds: runs.length,
    msPerRound: { p50: millisecondsAt(runs, 0.5), p99: millisecondsAt(runs, 0.99), max: millisecondsAt(runs, 1) },
    seconds: rounded(seconds, 3),
    decisionsSha256: fingerprintOf(decisions),
  };
}

/** SHA-256 over the decisions in the order they were made: one line "order worker time" each. */
function fingerprintOf(decisions: readonly Decision[]): string {
  const hash = createHash("sha256");
  for (const { order, worker, at } of decisions) hash.update(`${order.id}\t${worker.id}\t${at}\n`);
  return hash.digest("hex");
}

function meanOf(decisions: readonly Decision[], measure: (decision: Decision) => number): number | null {
  if (decisions.length === 0) return null;
  return rounded(decisions.reduce((sum, decision) => sum + measure(decision), 0) / decisions.length, 4);
}

function millisecondsAt(runs: readonly number[], share: number): number {
  return runs.length === 0 ? 0 : rounded(percentile(runs, share), 3);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
