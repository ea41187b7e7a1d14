import type { EarnedOrder, EarningsInput, EarningsOutput } from "@lingong/contracts";
import { calendars, orders, users, wallet } from "@lingong/db";
import { DAY, type Interval, type Order } from "@lingong/domain";
import { publicName } from "../accounts/people.ts";
import { knownCategory, knownCity, localDayAt } from "../catalog/lookup.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { splitOf } from "../orders/terms/split.ts";
import { categoryRef } from "../orders/view/category.ts";
import { policyOf } from "../policy/policies.ts";

type Period = EarningsInput["period"];

type Earned = Awaited<ReturnType<typeof wallet.listEarned>>[number];

interface Span extends Interval {
  readonly days: readonly string[];
}

/** The local days of the period a day lies in; weeks begin on Monday. */
function spanOf(period: Period, day: string, zone: string): Span {
  const date = Temporal.PlainDate.from(day);
  const first = period === "day" ? date : period === "week" ? date.subtract({ days: date.dayOfWeek - 1 }) : date.with({ day: 1 });
  const length = period === "day" ? 1 : period === "week" ? 7 : date.daysInMonth;
  const days = Array.from({ length }, (_, index) => first.add({ days: index }).toString());
  const startOf = (local: Temporal.PlainDate) => local.toZonedDateTime(zone).epochMilliseconds;
  return { from: startOf(first), to: startOf(first.add({ days: length })), days };
}

function previousDay(period: Period, span: Span, zone: string): string {
  return localDayAt(span.from - (period === "month" ? DAY : 1), zone);
}

/** One settled order with its split as the ledger has it: the lines of its bill, and why the platform's share is what it is. */
async function earnedOrder(ctx: Signed, order: Order, earned: Earned, customerName: string): Promise<EarnedOrder> {
  const titles = new Map(order.addOns.map((addOn) => [addOn.id, addOn.title]));
  const lines = order.bill?.lines ?? [];
  const base = lines.reduce((total, line) => total + (line.commissionable ? line.fen : 0), 0);
  const pinned = order.assignment?.pinned;
  const { policy } = await policyOf(ctx.services, pinned?.policyHash ?? null);
  const { commissionFen } = earned;
  return {
    orderId: order.id,
    at: iso(earned.at),
    category: categoryRef(knownCategory(order.terms.categoryId)),
    customerName,
    from: iso(order.service?.startedAt ?? null),
    to: iso(order.service?.finishedAt ?? null),
    billedMinutes: order.bill?.billedMinutes ?? 0,
    rateFenPerHour: order.rateFenPerHour,
    headcount: order.service?.headcount ?? order.terms.headcount,
    lines: lines.map((line) => ({
      kind: line.kind,
      fen: line.fen,
      commissionable: line.commissionable,
      minutes: line.minutes,
      title: titles.get(line.subjectId ?? "") ?? null,
    })),
    parts: earned.parts.map(({ reason, fen }) => ({ reason, fen })),
    customerPaysFen: earned.fen + commissionFen,
    commissionFen,
    commissionRate: base === 0 ? 0 : Math.round((commissionFen * 10_000) / base),
    commissionReasons: pinned === undefined ? [] : splitOf({ plan: pinned.plan, baseFen: base, travelFen: 0 }, pinned, policy).reasons,
    netFen: earned.fen,
  };
}

/** Bars of the chart: hours of a day, else days. A day without hours of one's own and without income reads as rest. */
function seriesOf(period: Period, span: Span, earned: readonly Earned[], zone: string, restWeekdays: ReadonlySet<number>): EarningsOutput["series"] {
  const keyOf = (at: number) =>
    period === "day" ? String(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).hour) : localDayAt(at, zone);
  const keys = period === "day" ? Array.from({ length: 24 }, (_, hour) => String(hour)) : span.days;
  return keys.map((key) => {
    const own = earned.filter(({ at }) => keyOf(at) === key);
    const rest = period !== "day" && own.length === 0 && restWeekdays.has(Temporal.PlainDate.from(key).dayOfWeek);
    return { key, netFen: own.reduce((total, { fen }) => total + fen, 0), orders: own.length, rest };
  });
}

function total(earned: readonly Earned[]): number {
  return earned.reduce((sum, { fen }) => sum + fen, 0);
}

/** The orders behind what was earned, each with its split. */
async function itemsOf(ctx: Signed, earned: readonly Earned[]): Promise<EarnedOrder[]> {
  const { db } = ctx.services;
  const ids = earned.map(({ orderId }) => orderId);
  const byId = new Map((await orders.findMany(db, ids)).map((order) => [order.id, order]));
  const customerIds = [...byId.values()].map((order) => order.customerId);
  const people = await users.findMany(db, customerIds);
  const items = earned.flatMap((each) => {
    const order = byId.get(each.orderId);
    const customer = people.get(order?.customerId ?? "");
    return order === undefined ? [] : [earnedOrder(ctx, order, each, customer === undefined ? "" : publicName(customer, ctx.services.language))];
  });
  return Promise.all(items);
}

/** What a worker took home in a day, week or month, and each order's split. */
export async function loadEarnings(ctx: Signed, { period, day }: EarningsInput): Promise<EarningsOutput> {
  const { services, session } = ctx;
  const { db } = services;
  const { zone } = knownCity(session.cityId);
  const span = spanOf(period, day, zone);
  const before = spanOf(period, previousDay(period, span, zone), zone);
  const [earned, earnedBefore, hours] = await Promise.all([
    wallet.listEarned(db, { workerId: session.userId, ...span }),
    wallet.listEarned(db, { workerId: session.userId, ...before }),
    calendars.listHours(db, session.userId),
  ]);
  const items = await itemsOf(ctx, earned);
  const billedMinutes = items.reduce((sum, item) => sum + item.billedMinutes, 0);
  const working = new Set(hours.map(({ weekday }) => weekday));
  const rest = new Set(working.size === 0 ? [] : [1, 2, 3, 4, 5, 6, 7].filter((weekday) => !working.has(weekday)));
  return {
    zone,
    from: span.days[0] ?? day,
    to: span.days.at(-1) ?? day,
    netFen: total(earned),
    previousNetFen: total(earnedBefore),
    orders: items.length,
    billedMinutes,
    netPerHourFen: billedMinutes === 0 ? 0 : Math.round((total(earned) * 60) / billedMinutes),
    series: seriesOf(period, span, earned, zone, rest),
    items,
  };
}
