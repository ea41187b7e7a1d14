import { billTime, timeAmount } from "../billing/time.ts";
import { feeFor } from "../cancellation/fee.ts";
import { commissionDue } from "../fees/commission.ts";
import { type Instant, MINUTE } from "../kernel/instant.ts";
import { type Fen, sum } from "../kernel/money.ts";
import type { Policy } from "../policy/policy.ts";
import { authorisedMinutes, feeBaseFen, heldFen, itemsIn } from "./money.ts";
import type { Bill, BillLine, Order, PinnedFacts, Service } from "./order.ts";

/** Whole minutes worked up to `until`: the sum of the segments, pauses excluded, floored once (§3). */
export function workedMinutes(service: Service, until: Instant): number {
  const worked = sum(service.segments.map((segment) => Math.max(0, Math.min(segment.to ?? until, until) - segment.from)));
  return Math.floor(worked / MINUTE);
}

/** How a bill is cut short or lifted: see the finish row of §2. */
export interface BillOptions {
  readonly until: Instant;
  /** Force cancellation and a safety exit under 15 min bill without the minimum. */
  readonly withoutMinimum?: boolean;
  /** A customer who sends the worker away owes at least the arrived-row fee. */
  readonly atLeastArrivedFee?: boolean;
}

/** The fee of §5's arrived row: the least a customer owes once the worker stands at the door. */
export function arrivedFeeFen(order: Order, policy: Policy): Fen {
  return feeFor(
    "arrived",
    { rateFenPerHour: order.rateFenPerHour, authorisedMinutes: order.terms.bookedMinutes, headcount: order.terms.headcount },
    policy,
  );
}

/** What was prepaid for time: the booking and the paid extra time. */
function prepaidTimeFen(order: Order): Fen {
  const extra = order.addOns.filter((addOn) => addOn.kind === "time" && (addOn.state === "paid" || addOn.state === "done"));
  return feeBaseFen(order) + sum(extra.map((addOn) => addOn.fen));
}

/** The time line: §3's bill, lifted to the arrived-row fee where it must be, never above what was prepaid for time (I8). */
function timeLine(
  order: Order,
  service: Service,
  options: BillOptions,
  policy: Policy,
): { readonly line: BillLine; readonly worked: number; readonly billed: number } {
  const worked = workedMinutes(service, options.until);
  const time = billTime(
    {
      workedMinutes: worked,
      minimumMinutes: options.withoutMinimum ? 0 : order.terms.minimumMinutes,
      authorisedMinutes: authorisedMinutes(order),
      rateFenPerHour: order.rateFenPerHour,
      headcount: service.headcount,
    },
    policy,
  );
  const least = options.atLeastArrivedFee ? Math.max(time.amountFen, arrivedFeeFen(order, policy)) : time.amountFen;
  return {
    line: { kind: "time", fen: Math.min(least, prepaidTimeFen(order)), commissionable: true, minutes: time.billedMinutes, subjectId: null },
    worked,
    billed: time.billedMinutes,
  };
}

/** The lines beside time: items done (or paid and not judged yet) and travel compensation once earned (§4). */
function otherLines(order: Order): readonly BillLine[] {
  const items = itemsIn(order, "done", "paid").map(
    (item): BillLine => ({ kind: "item", fen: item.fen, commissionable: true, minutes: null, subjectId: item.id }),
  );
  const travel: BillLine = { kind: "travel", fen: order.terms.travelFen, commissionable: false, minutes: null, subjectId: null };
  return order.travelEarned && order.terms.travelFen > 0 ? [...items, travel] : items;
}

/** Cuts lines into a bill on pinned facts: what the worker nets, the platform keeps and the customer gets back are sums over the same list. */
export function cutBill(
  order: Order,
  lines: readonly BillLine[],
  pinned: PinnedFacts,
  policy: Policy,
  minutes: { readonly worked: number; readonly billed: number },
): Bill {
  const totalFen = sum(lines.map((line) => line.fen));
  const baseFen = sum(lines.filter((line) => line.commissionable).map((line) => line.fen));
  const commissionFen = commissionDue(order.money.commissionableFen + baseFen, order.money.commissionFen, pinned, policy);
  return {
    workedMinutes: minutes.worked,
    billedMinutes: minutes.billed,
    authorisedMinutes: authorisedMinutes(order),
    lines,
    totalFen,
    commissionFen,
    workerNetFen: totalFen - commissionFen,
    refundFen: heldFen(order.money) - totalFen,
  };
}

/** The bill of work that has begun (§3): time, items, travel; the rest of the escrow is the refund. */
export function billOf(order: Order, pinned: PinnedFacts, options: BillOptions, policy: Policy): Bill {
  if (order.service === null) throw new TypeError(`order ${order.id} has no service to bill`);
  const time = timeLine(order, order.service, options, policy);
  return cutBill(order, [time.line, ...otherLines(order)], pinned, policy, { worked: time.worked, billed: time.billed });
}

/** The price of extra time: what it adds to the price of the authorised time, so that parts add up to the whole. */
export function extraTimeFen(order: Order, minutes: number): Fen {
  const { headcount } = order.terms;
  const authorised = authorisedMinutes(order);
  return timeAmount(order.rateFenPerHour, authorised + minutes, headcount) - timeAmount(order.rateFenPerHour, authorised, headcount);
}
