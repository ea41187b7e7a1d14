import { plans, rates } from "./grid.ts";
import { walkOrder } from "./walk.ts";

// A process that walks its share of the grid: each so many-th order, and says how each one went.
const [mine = 0, walkers = 1] = process.argv.slice(2).map(Number);
const orders = plans.flatMap((plan) => rates.map((_, amount) => ({ plan, amount })));
for (const [index, { plan, amount }] of orders.entries()) {
  if (index % walkers !== mine) continue;
  process.send?.({ kind: "order", found: walkOrder(plan, amount) });
  // What was said goes out before the next order is walked.
  await new Promise((resolve) => setImmediate(resolve));
}
process.send?.({ kind: "walked" });
process.disconnect?.();
