import type { CustomerHome } from "@lingong/contracts";
import { customers, notifications, orders } from "@lingong/db";
import type { OrderState } from "@lingong/domain";
import type { Signed } from "../kernel/signed.ts";
import { orderCards } from "../orders/card.ts";
import { listPending } from "../reviews/read.ts";
import { listRegulars } from "./regulars.ts";

/** What runs right now comes before what is only booked. */
const running: readonly OrderState[] = ["en_route", "arrived", "in_service", "paused", "awaiting_confirmation", "disputed", "awaiting_payment"];
const booked: readonly OrderState[] = ["quoting", "matching", "accepted"];
const regularsShown = 3;

/** The home of a signed-in customer in one call. */
export async function loadHome(ctx: Signed): Promise<CustomerHome> {
  const { services, session } = ctx;
  const { db } = services;
  const mine = { customerId: session.userId, limit: 20 };
  const [active, upcoming, regulars, all, pendingReviews, unreadNotifications] = await Promise.all([
    orders.listForCustomer(db, { ...mine, states: running }),
    orders.listForCustomer(db, { ...mine, states: booked }),
    listRegulars(ctx, regularsShown),
    customers.listRegulars(db, session.userId, 100),
    listPending(ctx),
    notifications.countUnread(db, session.userId),
  ]);
  const byStart = upcoming.items.toSorted((a, b) => (a.startsAt ?? 0) - (b.startsAt ?? 0));
  return {
    active: await orderCards(services, active.items, "customer"),
    upcoming: await orderCards(services, byStart, "customer"),
    regulars,
    regularCount: all.length,
    pendingReviews,
    unreadNotifications,
  };
}
