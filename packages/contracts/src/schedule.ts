import { z } from "zod";
import { id, idempotencyKey, instant, localDay, positionOut } from "./common.ts";
import { limits } from "./limits.ts";
import { categoryRef, orderState } from "./order-view.ts";
import { dayBlock } from "./workers.ts";

/** Minutes after local midnight; 1440 is the next one. */
const wallRange = z.object({ fromMinute: z.int().min(0).max(1_439), toMinute: z.int().min(1).max(1_440) });

/** Hours of one local date in place of the week's; none: a day off. */
export const dayHours = z.object({ day: localDay, ranges: z.array(wallRange) });
export const setDayHoursInput = z.object({ day: localDay, ranges: z.array(wallRange).max(limits.rangesOfDay) });
export const clearDayHoursInput = z.object({ day: localDay });

/** Days of a calendar, from a local date on. */
export const calendarInput = z.object({ from: localDay, days: z.int().min(1).max(limits.calendarDays) });

/** One local day: 23 to 25 hours long, with what is offered, what is booked and what is kept free. */
export const calendarDay = z.object({
  day: localDay,
  from: instant,
  to: instant,
  hours: z.array(z.object({ from: instant, to: instant })),
  /** Whether these hours are this date's own, not the week's. */
  exception: z.boolean(),
  plannedMinutes: z.int(),
  /** Most that may be planned on a day (§6). */
  mostMinutes: z.int(),
  blocks: z.array(dayBlock),
});
export const calendarView = z.object({ zone: z.string(), today: localDay, days: z.array(calendarDay) });

/** A worker's secret calendar address: told once, when it is made; kept as a hash. */
export const calendarFeedView = z.object({
  active: z.boolean(),
  address: z.string().nullable(),
  createdAt: instant.nullable(),
  readAt: instant.nullable(),
});
export const renewCalendarFeedInput = z.object({ idempotencyKey });

/** A stop that is ahead today, in its turn. */
export const routeStop = z.object({
  orderId: id,
  state: orderState,
  category: categoryRef,
  title: z.string(),
  customerName: z.string(),
  position: positionOut,
  /** When the work was agreed to begin. */
  agreedAt: instant,
  leavesAt: instant,
  arrivesAt: instant,
  startsAt: instant,
  endsAt: instant,
  travelMinutes: z.int(),
  /** Minutes after the agreed start; 0: in time, which five after it still is. */
  lateMinutes: z.int(),
  /** What is missing of the buffer before (§6). */
  bufferShortMinutes: z.int(),
});
export const routeView = z.object({
  zone: z.string(),
  /** Where the way begins: at the work under way, else where the worker last was; null: not known. */
  from: z.object({ position: positionOut, orderId: id.nullable() }).nullable(),
  stops: z.array(routeStop),
  travelMinutes: z.int(),
  lateStops: z.int(),
  endsAt: instant.nullable(),
});

export type DayHours = z.infer<typeof dayHours>;
export type SetDayHoursInput = z.infer<typeof setDayHoursInput>;
export type ClearDayHoursInput = z.infer<typeof clearDayHoursInput>;
export type CalendarInput = z.infer<typeof calendarInput>;
export type CalendarDay = z.infer<typeof calendarDay>;
export type CalendarView = z.infer<typeof calendarView>;
export type CalendarFeedView = z.infer<typeof calendarFeedView>;
export type RenewCalendarFeedInput = z.infer<typeof renewCalendarFeedInput>;
export type RouteStop = z.infer<typeof routeStop>;
export type RouteView = z.infer<typeof routeView>;
