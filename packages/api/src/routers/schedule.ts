import {
  calendarFeedView,
  calendarInput,
  calendarView,
  clearDayHoursInput,
  dayHours,
  renewCalendarFeedInput,
  routeView,
  setDayHoursInput,
} from "@lingong/contracts";
import { z } from "zod";
import { router, workerProcedure } from "../kernel/trpc.ts";
import { clearDayHours, listDayHours, loadCalendar, setDayHours } from "../schedule/calendar.ts";
import { loadFeed, removeFeed, renewFeed } from "../schedule/feed.ts";
import { loadRoute } from "../schedule/route.ts";

/** A worker's time: the calendar with hours of single dates, the route of the day, the calendar feed. */
export const scheduleRouter = router({
  calendar: workerProcedure
    .input(calendarInput)
    .output(calendarView)
    .query(({ ctx, input }) => loadCalendar(ctx, input)),
  dayHours: workerProcedure.output(z.array(dayHours)).query(({ ctx }) => listDayHours(ctx)),
  setDayHours: workerProcedure
    .input(setDayHoursInput)
    .output(z.array(dayHours))
    .mutation(({ ctx, input }) => setDayHours(ctx, input)),
  clearDayHours: workerProcedure
    .input(clearDayHoursInput)
    .output(z.array(dayHours))
    .mutation(({ ctx, input }) => clearDayHours(ctx, input)),
  route: workerProcedure.output(routeView).query(({ ctx }) => loadRoute(ctx)),
  feed: workerProcedure.output(calendarFeedView).query(({ ctx }) => loadFeed(ctx)),
  renewFeed: workerProcedure
    .input(renewCalendarFeedInput)
    .output(calendarFeedView)
    .mutation(({ ctx, input }) => renewFeed(ctx, input)),
  removeFeed: workerProcedure.output(calendarFeedView).mutation(({ ctx }) => removeFeed(ctx)),
});
