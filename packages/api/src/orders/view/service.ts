import type { BillView, SegmentView, ServiceView } from "@lingong/contracts";
import {
  authorisedMinutes,
  type Bill,
  billOf,
  billTime,
  heldFen,
  type Instant,
  MINUTE,
  minutesUntilNextBlock,
  type Order,
  type Policy,
  workedMinutes,
} from "@lingong/domain";
import { iso } from "../../kernel/iso.ts";

/** Work and the pauses between, in order; an open one has no end. */
function segmentsOf(order: Order, now: Instant): SegmentView[] {
  const { service } = order;
  if (service === null) return [];
  const views: SegmentView[] = [];
  const add = (kind: "work" | "pause", from: Instant, to: Instant | null) =>
    views.push({ kind, from: iso(from), to: iso(to), minutes: Math.floor(((to ?? Math.max(now, from)) - from) / MINUTE) });
  for (const [index, segment] of service.segments.entries()) {
    const before = service.segments[index - 1];
    if (before !== undefined && before.to !== null && segment.from > before.to) add("pause", before.to, segment.from);
    add("work", segment.from, segment.to);
  }
  if (service.pausedSince !== null) add("pause", service.pausedSince, null);
  return views;
}

/** When the next quarter begins to be billed; null while the clock stands still or all that is authorised is reached (§3). */
function nextQuarterAt(order: Order, now: Instant, policy: Policy): Instant | null {
  const { service } = order;
  if (service === null || service.finishedAt !== null || service.pausedSince !== null) return null;
  const worked = workedMinutes(service, now);
  const time = { workedMinutes: worked, minimumMinutes: order.terms.minimumMinutes, authorisedMinutes: authorisedMinutes(order) };
  const minutes = minutesUntilNextBlock(time, policy);
  if (minutes === null) return null;
  const elapsed = service.segments.reduce((total, segment) => total + ((segment.to ?? now) - segment.from), 0);
  return now + Math.max(0, (worked + minutes) * MINUTE - elapsed);
}

/** The running or finished work with its cost so far; null before the start. */
export function serviceView(order: Order, now: Instant, policy: Policy): ServiceView | null {
  const { service } = order;
  if (service === null) return null;
  const until = service.finishedAt ?? now;
  const worked = workedMinutes(service, until);
  const time = billTime(
    {
      workedMinutes: worked,
      minimumMinutes: order.terms.minimumMinutes,
      authorisedMinutes: authorisedMinutes(order),
      rateFenPerHour: order.rateFenPerHour,
      headcount: service.headcount,
    },
    policy,
  );
  return {
    startedAt: iso(service.startedAt),
    finishedAt: iso(service.finishedAt),
    segments: segmentsOf(order, until),
    workedMinutes: worked,
    billedMinutes: time.billedMinutes,
    costSoFarFen: time.amountFen,
    nextQuarterAt: iso(nextQuarterAt(order, now, policy)),
    headcount: service.headcount,
  };
}

function billViewOf(order: Order, bill: Bill, final: boolean): BillView {
  const titles = new Map(order.addOns.map((addOn) => [addOn.id, addOn.title]));
  const base = bill.lines.reduce((total, line) => total + (line.commissionable ? line.fen : 0), 0);
  return {
    final,
    workedMinutes: bill.workedMinutes,
    billedMinutes: bill.billedMinutes,
    authorisedMinutes: bill.authorisedMinutes,
    lines: bill.lines.map((line) => ({
      kind: line.kind,
      fen: line.fen,
      commissionable: line.commissionable,
      minutes: line.minutes,
      title: line.subjectId === null ? null : (titles.get(line.subjectId) ?? null),
    })),
    prepaidFen: bill.totalFen + bill.refundFen,
    totalFen: bill.totalFen,
    workerNetFen: bill.workerNetFen,
    commissionFen: bill.commissionFen,
    commissionRate: base === 0 ? 0 : Math.round((bill.commissionFen * 10_000) / base),
    refundFen: bill.refundFen,
  };
}

/** The bill: as made at the finish, or what finishing now would make. */
export function billView(order: Order, now: Instant, policy: Policy): BillView | null {
  if (order.bill !== null) return billViewOf(order, order.bill, true);
  if (order.service === null || order.assignment === null || heldFen(order.money) === 0) return null;
  return billViewOf(order, billOf(order, order.assignment.pinned, { until: now }, policy), false);
}
