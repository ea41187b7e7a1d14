import { expect, test } from "vitest";
import { canonicalJson } from "../contract/canonical.ts";
import { HOUR, MINUTE } from "../kernel/instant.ts";
import { defaultPolicy } from "../policy/policy.ts";
import { dueAt } from "./due-at.ts";
import { heldFen } from "./money.ts";
import {
  accepted,
  admin,
  arrived,
  atWork,
  begin,
  customer,
  facts,
  finished,
  morning,
  pay,
  place,
  provider,
  take,
  timer,
  type Walk,
  worker,
} from "./order.samples.ts";
import { replay } from "./replay.ts";
import { transition } from "./transition.ts";

/** What a walk posted, summed by account. */
function balances(walk: Walk): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const { from, to, fen } of walk.outcomes.flatMap((outcome) => outcome.entries.flatMap((entry) => entry.transfers))) {
    totals[from] = (totals[from] ?? 0) - fen;
    totals[to] = (totals[to] ?? 0) + fen;
  }
  return totals;
}

test("a whole order: prepaid, done, confirmed, paid to the fen, and equal to the replay of its events", () => {
  const walk = take(finished(195), customer, { type: "confirm" }, morning + 9 * HOUR);
  expect(walk.order.state).toBe("completed");
  expect(walk.order.bill).toMatchObject({
    workedMinutes: 195,
    billedMinutes: 180,
    totalFen: 15_000,
    commissionFen: 2_250,
    workerNetFen: 12_750,
    refundFen: 0,
  });
  expect(balances(walk)).toMatchObject({ "gateway:sandbox": -15_000, "escrow:order-1": 0, "worker:worker-1": 12_750, commission: 2_250 });
  expect(canonicalJson(replay(walk.outcomes.map((outcome) => outcome.event)))).toBe(canonicalJson(walk.order));
});

test("time not used is refunded to the capture it came from", () => {
  const walk = take(finished(128), customer, { type: "confirm" }, morning + 9 * HOUR);
  expect(walk.order.bill).toMatchObject({ billedMinutes: 135, totalFen: 11_250, refundFen: 3_750 });
  expect(walk.outcomes.at(-1)?.intents).toEqual([expect.objectContaining({ kind: "refund", captureId: "capture-1", fen: 3_750 })]);
});

test("leaving under two hours before the start costs half, and the worker gets it less what the platform would have taken", () => {
  const walk = take(accepted(), customer, { type: "cancel", reason: "" }, morning + 4 * HOUR);
  expect(walk.order.state).toBe("cancelled");
  expect(balances(walk)).toMatchObject({ "worker:worker-1": 7_500, "escrow:order-1": 0, "gateway:sandbox": -7_500 });
});

test("a capture that nobody awaits goes straight back and changes no state", () => {
  const twice = pay(pay(place(begin())), morning + MINUTE, "capture-2");
  expect(twice.order.state).toBe("matching");
  expect(heldFen(twice.order.money)).toBe(15_000);
  expect(twice.outcomes.at(-1)?.intents).toEqual([expect.objectContaining({ kind: "refund", captureId: "capture-2", fen: 15_000 })]);
});

test("a worker's withdrawal brings the order back to matching with slot and price, and lets the customer leave free", () => {
  const back = take(accepted(), worker, { type: "withdraw", reason: "bike broke" }, morning + 4.5 * HOUR);
  expect(back.order).toMatchObject({ state: "matching", startsAt: morning + 5 * HOUR, rateFenPerHour: 5_000, freeToLeave: true, assignment: null });
  const left = take(back, customer, { type: "cancel", reason: "" }, morning + 4.6 * HOUR);
  expect(balances(left)).toMatchObject({ "gateway:sandbox": 0, "escrow:order-1": 0 });
});

test("the next timed exit is derived from the order, and only a due timer fires", () => {
  const walk = accepted();
  const due = dueAt(walk.order, defaultPolicy);
  expect(due).toEqual({ at: morning + 3 * HOUR, what: "timeAlert" });
  expect(transition(walk.order, timer, { type: "timeOut" }, facts, morning + 2 * HOUR)).toMatchObject({ ok: false, error: { code: "not_due" } });
  const alerted = take(walk, timer, { type: "timeOut" }, morning + 3 * HOUR);
  expect(dueAt(alerted.order, defaultPolicy)).toEqual({ at: morning + 5.5 * HOUR, what: "departureMissed" });
});

test("nobody acts for another, and nothing moves from a state that does not know it", () => {
  const order = accepted().order;
  expect(transition(order, { role: "worker", id: "worker-2" }, { type: "depart" }, facts, morning + 4.5 * HOUR)).toMatchObject({
    error: { code: "not_yours" },
  });
  expect(transition(order, customer, { type: "depart" }, facts, morning + 4.5 * HOUR)).toMatchObject({ error: { code: "not_allowed_to_actor" } });
  expect(transition(order, customer, { type: "confirm" }, facts, morning)).toMatchObject({ error: { code: "wrong_state" } });
});

test("an add-on counts when it is agreed and paid, and is refunded when it was not done", () => {
  const proposed = take(
    atWork(),
    worker,
    { type: "proposeAddOn", addOnId: "hood", kind: "item", title: "抽油烟机清洗", minutes: 0, fen: 8_000, photoId: null },
    morning + 5.5 * HOUR,
  );
  const approved = take(proposed, customer, { type: "approveAddOn", addOnId: "hood", paymentId: "payment-2" }, morning + 5.55 * HOUR);
  const paid = take(
    approved,
    provider,
    { type: "capturePayment", paymentId: "payment-2", fen: 8_000, captureId: "capture-2", assignmentId: "-" },
    morning + 5.6 * HOUR,
  );
  const skipped = take(paid, worker, { type: "finish", reason: "done", doneAddOnIds: [] }, morning + 8 * HOUR);
  expect(skipped.order.bill).toMatchObject({ totalFen: 15_000, refundFen: 8_000 });
  const done = take(paid, worker, { type: "finish", reason: "done", doneAddOnIds: ["hood"] }, morning + 8 * HOUR);
  expect(done.order.bill).toMatchObject({ totalFen: 23_000, refundFen: 0 });
});

test("a customer's dispute settles what is not disputed at once and holds the rest until it is decided", () => {
  const disputed = take(
    finished(180),
    customer,
    { type: "openDispute", amountFen: 5_000, reason: "厨房没做", evidenceId: "evidence-1", files: [] },
    morning + 9 * HOUR,
  );
  expect(balances(disputed)).toMatchObject({ "escrow:order-1": 5_000, "worker:worker-1": 8_500, commission: 1_500 });
  const split = take(disputed, worker, { type: "proposeSplit", toWorkerFen: 3_000, toCustomerFen: 2_000 }, morning + 10 * HOUR);
  const agreed = take(split, customer, { type: "agreeSplit" }, morning + 11 * HOUR);
  expect(agreed.order).toMatchObject({ state: "resolved", money: { commissionableFen: 13_000, commissionFen: 1_950 } });
  expect(balances(agreed)).toMatchObject({ "escrow:order-1": 0, "gateway:sandbox": -13_000 });
});

test("a customer who is not there compensates the worker after thirty minutes of waiting", () => {
  const reported = take(arrived(), worker, { type: "reportNoShow", position: null }, morning + 5 * HOUR);
  const gone = take(reported, timer, { type: "timeOut" }, morning + 5.5 * HOUR);
  expect(gone.order).toMatchObject({ state: "cancelled", endCause: "customer_no_show", bill: { totalFen: 7_500 } });
});

test("an offline step counts at the device's instant when it is recent and in order", () => {
  const walk = accepted();
  const late = transition(walk.order, worker, { type: "depart" }, facts, morning + 5 * HOUR, morning + 4.5 * HOUR);
  expect(late).toMatchObject({ ok: true, value: { order: { departedAt: morning + 4.5 * HOUR } } });
  const old = transition(walk.order, worker, { type: "depart" }, facts, morning + 5 * HOUR, morning + 2 * HOUR);
  expect(old).toMatchObject({ ok: true, value: { order: { departedAt: morning + 5 * HOUR } } });
});

test("an admin ends running work: the work done is paid without the minimum", () => {
  const walk = take(atWork(), admin, { type: "forceCancel", reason: "停电", settlement: "full_refund" }, morning + 5.5 * HOUR);
  expect(walk.order).toMatchObject({ state: "cancelled", bill: { billedMinutes: 30, totalFen: 2_500 } });
});
