import { pairWeightOf } from "./pair-weight.ts";
import { orderParty, workerParty } from "./party.ts";
import type { Scenario, ScenarioOrder, ScenarioWorker } from "./scenario.ts";

/**
 * More than anybody could reach where workers return, who knew everything in advance: each order with the worker it is worth
 * most with, as if they stood beside it, and no more orders than all can have worked off in their time. The optimum
 * itself would be a problem of tours, which nobody solves exactly at this size.
 */
export function upperBound(scenario: Scenario): number {
  const heaviest = scenario.orders.map((order, number) => heaviestOf(scenario, order, number)).sort((a, b) => b - a);
  return heaviest.slice(0, mostServed(scenario)).reduce((sum, weight) => sum + weight, 0);
}

function heaviestOf(scenario: Scenario, order: ScenarioOrder, number: number): number {
  const weightOf = pairWeightOf(scenario);
  const party = orderParty(order, number);
  return scenario.workers.reduce((most, worker, index) => {
    return meet(order, worker) ? Math.max(most, weightOf(party, workerParty(worker, index), 0)) : most;
  }, 0);
}

/** Whether both are there at some time. */
function meet({ posted, expires }: ScenarioOrder, { from, to }: ScenarioWorker): boolean {
  return posted <= to && from <= expires;
}

/** How many orders all workers together can begin, if every one were as short as the shortest. */
function mostServed({ orders, workers }: Scenario): number {
  const shortest = orders.reduce((least, { service }) => Math.min(least, service), Number.POSITIVE_INFINITY);
  if (shortest <= 0) return orders.length;
  return workers.reduce((sum, { from, to }) => sum + Math.floor((to - from) / shortest) + 1, 0);
}
