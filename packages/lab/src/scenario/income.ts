import type { Scenario } from "./scenario.ts";
import type { Decision } from "./stage.ts";

const secondsPerHour = 3_600;

/** Value served per hour of being there, for every worker of the scenario, also those who got nothing. */
export function incomePerHour({ workers }: Scenario, decisions: readonly Decision[]): number[] {
  const earned = new Map<string, number>();
  for (const { worker, order } of decisions) earned.set(worker.id, (earned.get(worker.id) ?? 0) + order.value);
  return workers.map(({ id, from, to }) => (earned.get(id) ?? 0) / ((to - from) / secondsPerHour));
}

/** How unequal values ≥ 0 are: 0 all the same, towards 1 one has everything. 0 of nothing. */
export function gini(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  if (sum === 0) return 0;
  const weighted = values.toSorted((a, b) => a - b).reduce((total, value, index) => total + (index + 1) * value, 0);
  return (2 * weighted) / (values.length * sum) - (values.length + 1) / values.length;
}
