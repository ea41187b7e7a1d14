import { describe, expect, test } from "vitest";
import { termsHash } from "../contract/terms-hash.ts";
import { HOUR, MINUTE } from "../kernel/instant.ts";
import { sum } from "../kernel/money.ts";
import type { Command } from "./command.ts";
import {
  accepted,
  admin,
  arrived,
  atWork,
  begin,
  customer,
  finished,
  morning,
  pay,
  place,
  provider,
  take,
  type Walk,
  worker,
} from "./order.samples.ts";
import type { Order } from "./order.ts";
import { type OrderReceipt, receiptOf } from "./receipt.ts";

const start = morning + 5 * HOUR;

/** Whatever happened, the lines of a receipt are the order's money: nothing more, nothing less. */
function checked(order: Order): OrderReceipt {
  const receipt = receiptOf(order);
  const total = (lines: readonly { fen: number }[]) => sum(lines.map(({ fen }) => fen));
  expect(total(receipt.paid)).toBe(order.money.capturedFen);
  expect(total(receipt.kept)).toBe(order.money.releasedFen + order.money.commissionFen);
  expect(total(receipt.refunded)).toBe(order.money.refundedFen);
  expect(receipt.paidFen).toBe(receipt.keptFen + receipt.refundedFen + receipt.heldFen);
  return receipt;
}

const short = (lines: OrderReceipt["paid"]) => lines.map(({ kind, minutes, rateFenPerHour, fen }) => [kind, minutes, rateFenPerHour, fen]);
const confirm = (walk: Walk) => take(walk, customer, { type: "confirm" }, start + 6 * HOUR);
const capture = (walk: Walk, paymentId: string, now: number) =>
  take(
    walk,
    provider,
    {
      type: "capturePayment",
      paymentId,
      fen: walk.order.payments.find(({ id }) => id === paymentId)?.fen ?? 0,
      captureId: `capture-${paymentId}`,
      assignmentId: "assignment-q",
    },
    now,
  );

describe("a receipt", () => {
  test("of work that took less than was booked gives the rest back at the rate that was charged", () => {
    const { order } = confirm(finished(120, { bookedMinutes: 180, rateFenPerHour: 5_333, travelFen: 500 }));
    const { paid, kept, refunded } = checked(order);
    expect(short(paid)).toEqual([
      ["time", 180, 5_333, 15_999],
      ["travel", null, null, 500],
    ]);
    expect(short(kept)).toEqual([
      ["time", 120, 5_333, 10_666],
      ["travel", null, null, 500],
    ]);
    expect(short(refunded)).toEqual([["time", 60, 5_333, 5_333]]);
  });

  test("names each raise at its own rate, and refunds each line at the one it was paid at, never a blend of both (tezgah #144)", () => {
    const waiting = pay(place(begin({ bookedMinutes: 120, rateFenPerHour: 5_000 })));
    const raised: Command = {
      type: "raisePrice",
      rateFenPerHour: 6_500,
      termsHash: termsHash({ ...waiting.order.terms, rateFenPerHour: 6_500 }),
      paymentId: "payment-raise",
    };
    const dearer = capture(take(waiting, customer, raised, morning), "payment-raise", morning);
    expect(short(checked(dearer.order).paid)).toEqual([
      ["time", 120, 5_000, 10_000],
      ["raise", 120, 1_500, 3_000],
    ]);
    const { order } = take(dearer, customer, { type: "cancel", reason: "no need" }, morning);
    expect(short(checked(order).refunded)).toEqual([
      ["time", 120, 5_000, 10_000],
      ["raise", 120, 1_500, 3_000],
    ]);
  });

  test("of a late cancellation shows the fee and what of the time came back", () => {
    const { order } = take(arrived({ bookedMinutes: 180, rateFenPerHour: 5_000 }), customer, { type: "cancel", reason: "too late" }, start);
    const { kept, refunded } = checked(order);
    expect(short(kept)).toEqual([["cancellation_fee", null, null, 7_500]]);
    expect(short(refunded)).toEqual([["rest", null, null, 7_500]]);
  });

  test("gives a doubled payment back as its own line", () => {
    const paid = pay(place(begin()));
    const twice = pay(paid, morning, "capture-2");
    const fen = paid.order.payments[0]?.fen ?? 0;
    expect(short(checked(twice.order).refunded)).toEqual([["stray", null, null, fen]]);
    const { order } = take(accepted(), customer, { type: "cancel", reason: "free" }, morning);
    expect(checked(order).kept).toEqual([]);
  });

  test("refunds an item that was paid and not done, at its own price, and keeps the tip apart", () => {
    const proposed = take(
      atWork({ bookedMinutes: 120 }),
      customer,
      { type: "proposeAddOn", addOnId: "item-1", kind: "item", title: "擦窗", minutes: 0, fen: 3_000, photoId: null },
      start + MINUTE,
    );
    const approved = take(proposed, worker, { type: "approveAddOn", addOnId: "item-1", paymentId: "payment-item" }, start + 2 * MINUTE);
    const bought = capture(approved, "payment-item", start + 3 * MINUTE);
    const done = take(bought, worker, { type: "finish", reason: "done", doneAddOnIds: [] }, start + 2 * HOUR);
    const tipped = take(confirm(done), customer, { type: "tip", fen: 888, paymentId: "payment-tip" }, start + 6 * HOUR);
    const { order } = capture(tipped, "payment-tip", start + 6 * HOUR);
    const { kept, refunded } = checked(order);
    expect(refunded).toEqual([expect.objectContaining({ kind: "item", title: "擦窗", fen: 3_000 })]);
    expect(kept.at(-1)).toMatchObject({ kind: "tip", fen: 888 });
  });

  test("of a forced cancellation is complete as well", () => {
    const forced = take(atWork(), admin, { type: "forceCancel", reason: "storm", settlement: "full_refund" }, start + HOUR);
    expect(checked(forced.order).heldFen).toBe(0);
  });
});
