import type { CalendarDay, CalendarInput, CalendarView, ClearDayHoursInput, DayHours, SetDayHoursInput } from "@lingong/contracts";
import { calendars, inTransaction, leaveHints, type Transaction, workers } from "@lingong/db";
import { DAY, hoursOn, type Interval, instantAtWall, localDayOn, type OwnHours, onDay, overlaps } from "@lingong/domain";
import { knownCity, localDayAt } from "../catalog/lookup.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { policyOf } from "../policy/policies.ts";
import { type BlockContext, inOrder, minutesWithin, orderBlocks, restBlocksIn } from "./day-blocks.ts";
import { loadVisits, nextOwn, type Visit } from "./visits.ts";

/** How far back and ahead of today a calendar may be looked at. */
const reach = { back: 366, ahead: 92 } as const;

interface OpenCalendar extends BlockContext {
  readonly zone: string;
  readonly hours: OwnHours;
  readonly visits: readonly Visit[];
  readonly rests: Awaited<ReturnType<typeof calendars.listRestBlocks>>;
}

async function dayView(ctx: Signed, day: Temporal.PlainDate, { zone, hours, visits, rests, ...context }: OpenCalendar): Promise<CalendarDay> {
  const window: Interval = { from: instantAtWall(day, 0, zone), to: instantAtWall(day, 1_440, zone) };
  const within = visits.filter(({ from, to }) => overlaps({ from, to: Math.max(to, from + 1) }, window));
  const local = localDayOn(day, zone);
  const { usual, instead } = hoursOn(local, hours);
  return {
    day: day.toString(),
    from: iso(window.from),
    to: iso(window.to),
    hours: onDay(local, instead ?? usual).map(({ from, to }) => ({ from: iso(from), to: iso(to) })),
    exception: instead !== null,
    plannedMinutes: minutesWithin(window, within),
    mostMinutes: Math.floor(context.policy.dispatch.dailyMost / 60_000),
    blocks: inOrder([...(await orderBlocks(ctx, within, context)), ...restBlocksIn(rests, window)]),
  };
}

/** A worker's calendar: hours offered, orders with the buffers before them, rest; day by day of the city's zone. */
export async function loadCalendar(ctx: Signed, input: CalendarInput): Promise<CalendarView> {
  const { services, session } = ctx;
  const { db } = services;
  const now = services.clock.now();
  const worker = found(await workers.findById(db, session.userId));
  const { zone } = knownCity(worker.cityId);
  const today = Temporal.PlainDate.from(localDayAt(now, zone));
  const first = Temporal.PlainDate.from(input.from);
  const away = today.until(first).days;
  if (away < -reach.back || away > reach.ahead) fail("invalid_input", { field: "from" }, "from");
  const days = Array.from({ length: input.days }, (_, index) => first.add({ days: index }));
  const window = { from: instantAtWall(first, 0, zone), to: instantAtWall(first.add({ days: input.days }), 0, zone) };
  // A day before: the way to the first order begins where the one before it was.
  const [{ policy }, visits, rests, weekly, exceptions, running] = await Promise.all([
    policyOf(services, null),
    loadVisits(services, worker.id, { from: window.from - DAY, to: window.to }),
    calendars.listRestBlocks(db, worker.id, window.from),
    calendars.listHours(db, worker.id),
    calendars.listDayHours(db, worker.id, input.from),
    loadVisits(services, worker.id, { from: now - DAY, to: now + DAY }),
  ]);
  const nextOrderId = nextOwn(running)?.order.id ?? null;
  const calendar = { zone, hours: { weekly, exceptions }, visits, rests, worker, policy, nextOrderId };
  return { zone, today: today.toString(), days: await Promise.all(days.map((day) => dayView(ctx, day, calendar))) };
}

/** Today, where the worker works. */
async function todayOf({ services, session }: Signed): Promise<Temporal.PlainDate> {
  const worker = found(await workers.findById(services.db, session.userId));
  return Temporal.PlainDate.from(localDayAt(services.clock.now(), knownCity(worker.cityId).zone));
}

/** Dates from today on whose hours differ from the week's. */
export async function listDayHours(ctx: Signed): Promise<DayHours[]> {
  const listed = await calendars.listDayHours(ctx.services.db, ctx.session.userId, (await todayOf(ctx)).toString());
  return listed.map(({ day, ranges }) => ({ day, ranges: [...ranges] }));
}

async function changed(transaction: Transaction, { services, session }: Signed): Promise<void> {
  const { userId } = session;
  await leaveHints(
    transaction,
    [{ rooms: [`user:${userId}`], kind: "calendar", subjectId: userId, version: null, data: null }],
    services.clock.now(),
  );
}

/**
 * Other hours on one date, or a day off. They say when work is wished for, as the week does: offers are kept away by rest
 * blocks. @throws `invalid_input` for a date that is over or too far, and for hours that overlap.
 */
export async function setDayHours(ctx: Signed, { day, ranges }: SetDayHoursInput): Promise<DayHours[]> {
  const { services, session } = ctx;
  const away = (await todayOf(ctx)).until(Temporal.PlainDate.from(day)).days;
  if (away < 0 || away > reach.ahead) fail("invalid_input", { field: "day" }, "day");
  const sorted = ranges.toSorted((a, b) => a.fromMinute - b.fromMinute);
  for (const [index, range] of sorted.entries()) {
    const next = sorted[index + 1];
    if (range.toMinute <= range.fromMinute || (next !== undefined && next.fromMinute < range.toMinute))
      fail("invalid_input", { field: "ranges" }, `ranges.${index}`);
  }
  await inTransaction(services.db, async (transaction) => {
    await calendars.setDayHours(transaction, { workerId: session.userId, day, ranges: sorted });
    await changed(transaction, ctx);
  });
  return listDayHours(ctx);
}

/** The date is as its week day again; saying it again changes nothing. */
export async function clearDayHours(ctx: Signed, { day }: ClearDayHoursInput): Promise<DayHours[]> {
  await inTransaction(ctx.services.db, async (transaction) => {
    if (await calendars.clearDayHours(transaction, { workerId: ctx.session.userId, day })) await changed(transaction, ctx);
  });
  return listDayHours(ctx);
}
