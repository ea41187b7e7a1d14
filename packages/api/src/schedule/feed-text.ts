import type { Instant, Interval } from "@lingong/domain";
import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from "ical-generator";

/** An order as a calendar program shows it. */
export interface FeedEvent extends Interval {
  readonly orderId: string;
  readonly version: number;
  readonly title: string;
  /** As exact as the worker may see it now. */
  readonly place: string;
  readonly note: string;
  readonly url: string;
}

export interface FeedOptions {
  readonly name: string;
  readonly zone: string;
  readonly now: Instant;
}

const refreshSeconds = 15 * 60;

/**
 * A calendar by RFC 5545. Times are instants in UTC, so that they are right in every zone and over every change of clocks;
 * the zone is named for programs that show the calendar's own.
 */
export function calendarText(events: readonly FeedEvent[], { name, zone, now }: FeedOptions): string {
  const calendar = ical({
    name,
    prodId: { company: "Lingong", product: "orders" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
    x: [["X-WR-TIMEZONE", zone]],
  });
  for (const event of events) {
    calendar.createEvent({
      id: `${event.orderId}@lingong`,
      sequence: event.version,
      stamp: new Date(now),
      start: new Date(event.from),
      end: new Date(event.to),
      summary: event.title,
      location: event.place,
      description: event.note,
      url: event.url,
      status: ICalEventStatus.CONFIRMED,
      class: ICalEventClass.PRIVATE,
    });
  }
  return calendar.toString();
}
