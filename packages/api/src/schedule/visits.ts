import { orders } from "@lingong/db";
import { type CommittedInterval, type Instant, type Interval, type Order, type OrderState, overlaps } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { expectedEnd } from "../orders/view/order-view.ts";

/** An order as a calendar sees it: when, and where. */
export interface Visit extends Interval {
  readonly order: Order;
  /** Whether it is a team's order, which sends this worker. */
  readonly crew: boolean;
  /** The exact place; null: remote work, or erased. */
  readonly position: CommittedInterval["position"];
}

const shown = ["accepted", "en_route", "arrived", "in_service", "paused", "awaiting_confirmation", "disputed", "completed", "resolved"] as const;

const ahead: ReadonlySet<OrderState> = new Set(["accepted", "en_route", "arrived", "in_service", "paused"]);

/** Whether the work of an order is still to be done, or under way. */
export function isAhead({ order }: Pick<Visit, "order">): boolean {
  return ahead.has(order.state);
}

/** When an order takes place: as worked, else as planned. */
function intervalOf(order: Order): Interval | null {
  const from = order.service?.startedAt ?? order.assignment?.workingStart ?? order.startsAt;
  const to = expectedEnd(order);
  return from === null || to === null ? null : { from, to: Math.max(to, from) };
}

/** Where work is at an instant: overlapping a window, an order without a minute of it included. */
function liesIn({ from, to }: Interval, window: Interval): boolean {
  return overlaps({ from, to: Math.max(to, from + 1) }, window);
}

/** As whom a worker has an order in the calendar; null: it is not there (any more). */
function roleIn({ assignment }: Order, workerId: string): Pick<Visit, "crew"> | null {
  if (assignment?.workerId === workerId) return { crew: false };
  return assignment?.crew.includes(workerId) === true ? { crew: true } : null;
}

/** The first order of one's own that is still to be done, or under way. */
export function nextOwn(visits: readonly Visit[]): Visit | undefined {
  return visits.find((visit) => !visit.crew && isAhead(visit));
}

/** A worker's orders within a window, those of a team that sends them included, by their beginning. */
export async function loadVisits({ db }: Services, workerId: string, window: Interval): Promise<Visit[]> {
  const found = await orders.listOfCalendar(db, { workerId, ...window, states: shown });
  const own = found.flatMap((order) => {
    const [role, interval] = [roleIn(order, workerId), intervalOf(order)];
    return role === null || interval === null || !liesIn(interval, window) ? [] : [{ order, ...role, ...interval }];
  });
  const places = await orders.findPlaces(
    db,
    own.map(({ order }) => order.id),
  );
  const visits = own.map((visit) => ({ ...visit, position: places.get(visit.order.id)?.position ?? null }));
  return visits.sort((a, b) => a.from - b.from || startOf(a) - startOf(b));
}

function startOf({ order }: Visit): Instant {
  return order.createdAt;
}
