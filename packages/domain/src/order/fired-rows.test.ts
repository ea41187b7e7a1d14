import { expect, it } from "vitest";
import { defaultPolicy } from "../policy/policy.ts";
import { dueAt } from "./due-at.ts";
import { firedRows } from "./fired-rows.ts";
import { accepted, begin, finished, pay, place, take, timer, type Walk } from "./order.samples.ts";

/** Nobody does anything any more: every clock runs out. */
function leftAlone(walk: Walk): Walk {
  const due = dueAt(walk.order, defaultPolicy);
  return due === null ? walk : leftAlone(take(walk, timer, { type: "timeOut" }, due.at));
}

it.each([
  ["unpaid", place(begin())],
  ["untaken", pay(place(begin()))],
  ["accepted and forgotten", accepted({ rematchAfterFault: false })],
  ["finished", finished(180)],
])("tells of each time-out of an order %s which row it was", (_, walk) => {
  const { outcomes } = leftAlone(walk);
  const taken = outcomes.filter(({ event }) => event.command === "timeOut").map(({ event, row }) => [event.version, row]);
  expect(taken.length).toBeGreaterThan(0);
  expect([
    ...firedRows(
      outcomes.map(({ event }) => event),
      defaultPolicy,
    ),
  ]).toEqual(taken);
});
