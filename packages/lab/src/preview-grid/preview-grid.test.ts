import { DAY, defaultPolicy, HOUR, lifecycle, MINUTE } from "@lingong/domain";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../chance.ts";
import { compareAt } from "./compare.ts";
import { acceptedAt, acceptedOrder, minutes, plans, rates, startsAt } from "./grid.ts";

// §5, the grid that `lab preview-grid` walks whole: here all edges of the ladder at every amount, and a sample of the rest.

const orders = plans.flatMap((plan) => rates.map((_, amount) => acceptedOrder(plan, amount)));

/** Where the ladder changes: free minutes after accepting, a day and two hours before the start, the start, half an hour late. */
const edges = [acceptedAt + 5 * MINUTE, startsAt - DAY, startsAt - 2 * HOUR, startsAt, startsAt + 30 * MINUTE];
const moments = [acceptedAt, acceptedAt + minutes * MINUTE, ...edges.flatMap((edge) => [edge - MINUTE, edge - 1, edge, edge + 1, edge + MINUTE])];

describe("what cancelling costs is what was shown, and what the ladder says", () => {
  it("at every edge of the ladder, under every plan, at every amount", () => {
    for (const placed of orders) for (const now of moments) expect(compareAt(placed, now)).toBeNull();
  });

  it("at 30,000 places of the grid", () => {
    const chance = chanceFrom(4);
    for (let count = 0; count < 30_000; count += 1) {
      const placed = chance.pick(orders);
      const minute = chance.between(0, minutes - 1);
      if (placed !== undefined) expect(compareAt(placed, acceptedAt + minute * MINUTE), `${placed.order.terms.plan}, minute ${minute}`).toBeNull();
    }
  });

  it("with everything else on offer beside it", () => {
    for (const [index, placed] of orders.entries()) expect(compareAt(placed, startsAt - (index - 100) * MINUTE, lifecycle)).toBeNull();
  });

  it("and a fee that is two fen off is seen", () => {
    const placed = acceptedOrder("life", 3);
    const late = { ...defaultPolicy.cancellation.late, share: defaultPolicy.cancellation.late.share + 1 };
    const policy = { ...defaultPolicy, cancellation: { ...defaultPolicy.cancellation, late } };
    expect(compareAt(placed, startsAt + MINUTE)).toBeNull();
    expect(compareAt({ ...placed, facts: { ...placed.facts, policy } }, startsAt + MINUTE)).toEqual({
      shown: [10_024, 0, 10_020],
      charged: [10_024, 0, 10_020],
      book: [10_022, 0, 10_022],
    });
  });
});
