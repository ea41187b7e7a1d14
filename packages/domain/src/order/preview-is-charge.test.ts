import { expect, test } from "vitest";
import { termsHash } from "../contract/terms-hash.ts";
import { commissionOf } from "../fees/commission.ts";
import { DAY, HOUR, type Instant, MINUTE } from "../kernel/instant.ts";
import { defaultPolicy } from "../policy/policy.ts";
import { availableActions } from "./available-actions.ts";
import { begin, category, customer, facts, morning, openOffer, provider, take, terms, worker } from "./order.samples.ts";
import type { Order } from "./order.ts";
import { transition } from "./transition.ts";

// §5: what cancelling costs, at every minute of the fourteen days around the start, under every plan, at 200 amounts: what is
// shown before is what is posted, and both are what the ladder says, restated here in whole numbers.

const plans = ["life", "pro", "flat"] as const;
const rates = Array.from({ length: 200 }, (_, index) => 4_900 + index * 37);
const acceptedAt = morning;
const start = morning + 13 * DAY;

function acceptedOrder(
  plan: (typeof plans)[number],
  rateFenPerHour: number,
  bookedMinutes: number,
): { readonly order: Order; readonly facts: typeof facts } {
  const minimumMinutes = 60;
  const world = { category: { ...category, plan, minimumMinutes } };
  const { order: drafted } = begin({ ...terms, plan, rateFenPerHour, bookedMinutes, minimumMinutes, startsAt: start });
  let walk = take(
    { order: drafted, outcomes: [] },
    customer,
    { type: "place", termsHash: termsHash(drafted.terms), paymentId: "payment-1" },
    morning,
    world,
  );
  const fen = walk.order.payments[0]?.fen ?? 0;
  walk = take(walk, provider, { type: "capturePayment", paymentId: "payment-1", fen, captureId: "capture-1", assignmentId: "q" }, morning, world);
  walk = take(walk, worker, { type: "accept", offerId: "offer-1", assignmentId: "assignment-1" }, acceptedAt, {
    ...world,
    offer: openOffer(walk, morning),
  });
  return { order: walk.order, facts: { ...facts, ...world } };
}

/** The ladder of §5 for an accepted order whose worker is free to be left once half an hour late, restated. */
function feeByTheBook(order: Order, now: Instant): number {
  const hour = order.rateFenPerHour;
  const base = Math.floor((hour * order.terms.bookedMinutes * 2 + 60) / 120);
  const left = start - now;
  if (left >= 24 * HOUR || left <= -30 * MINUTE || (now - acceptedAt <= 5 * MINUTE && left > 2 * HOUR)) return 0;
  const share = (percent: number) => Math.floor((base * percent * 2 + 100) / 200);
  const fee = left >= 2 * HOUR ? Math.min(Math.max(share(20), Math.floor((hour + 1) / 2)), hour) : Math.max(share(50), hour);
  return Math.min(fee, base);
}

/** What a journal entry moves, by who receives it. */
function posted(entries: readonly { readonly transfers: readonly { readonly to: string; readonly fen: number }[] }[], to: RegExp): number {
  return entries.flatMap(({ transfers }) => transfers).reduce((sum, transfer) => sum + (to.test(transfer.to) ? transfer.fen : 0), 0);
}

test.each(plans)("cancelling costs what was shown, at every minute of fourteen days and 200 amounts, under %s", { timeout: 120_000 }, (plan) => {
  const accepted = rates.map((rate, index) => acceptedOrder(plan, rate, 60 * (1 + (index % 4))));
  let [checked, charged] = [0, 0];
  for (let minute = 0; minute < 14 * 24 * 60; minute += 1) {
    const now = acceptedAt + minute * MINUTE;
    const chosen = accepted[minute % accepted.length];
    if (chosen === undefined) throw new Error("no order");
    const { order, facts: world } = chosen;
    const preview = availableActions(order, customer, world, now).find(({ command }) => command === "cancel")?.consequence;
    const result = transition(order, customer, { type: "cancel", reason: "plans changed" }, world, now);
    expect(result.ok).toBe(preview !== undefined);
    if (!result.ok || preview === undefined) continue;
    const { entries } = result.value;
    const fee = feeByTheBook(order, now);
    const base = Math.floor((order.rateFenPerHour * order.terms.bookedMinutes * 2 + 60) / 120);
    const pinned = order.assignment?.pinned;
    if (pinned === undefined) throw new Error("nothing pinned");
    const { workerNetFen: net } = commissionOf({ ...pinned, baseFen: base }, defaultPolicy);
    const found = [preview.workerReceivesFen, preview.commissionFen, preview.refundFen];
    expect(found, `minute ${minute}`).toEqual([posted(entries, /^worker:/), posted(entries, /^commission$/), posted(entries, /^gateway:/)]);
    expect(found, `minute ${minute}`).toEqual([Math.min(fee, net), fee - Math.min(fee, net), base - fee]);
    checked += 1;
    charged += fee > 0 ? 1 : 0;
  }
  expect(checked).toBe(14 * 24 * 60);
  // The day before the start without its first minute, and the half hour after it in which the worker may still come.
  expect(charged).toBe(24 * 60 + 30 - 1);
});
