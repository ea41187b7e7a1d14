import { deadlines, offers, reviews } from "@lingong/db";
import type { Instant } from "@lingong/domain";
import { timeOutDueOffers } from "../dispatch/timeouts.ts";
import type { Services } from "../kernel/context.ts";
import { settledOrder } from "../orders/execute.ts";
import { closeReviewWindows } from "../reviews/publish.ts";

/** Something that falls due at instants kept in the database. */
export interface Timer {
  readonly name: string;
  /** The next instant at which one falls due; null: none waits. */
  readonly nextDueAt: () => Promise<Instant | null>;
  /** Fires what is due now, the most overdue first; answers how many. Others may fire them at the same time. */
  readonly fireDue: () => Promise<number>;
}

const atOnce = 100;

/**
 * Fires the timed exits of orders that are due (§2): each found without a lock and decided on the write path. One order's
 * fault does not stop the others.
 */
export async function runDueDeadlines(services: Services, limit = atOnce): Promise<number> {
  const now = services.clock.now();
  const due = await deadlines.listDue(services.db, now, limit);
  let fired = 0;
  for (const { orderId } of due) {
    try {
      fired += (await settledOrder(services, orderId, now)).applied;
    } catch (error) {
      services.logger.error(
        { orderId, error: error instanceof Error ? error.name : typeof error, code: error instanceof Error ? error.message : undefined },
        "a deadline could not be applied",
      );
    }
  }
  return fired;
}

/** Every timer of the market, for the one who watches the clock. */
export function timersOf(services: Services): readonly Timer[] {
  const { db } = services;
  return [
    { name: "deadlines", nextDueAt: () => deadlines.nextDueAt(db), fireDue: () => runDueDeadlines(services) },
    { name: "offers", nextDueAt: () => offers.nextExpiry(db), fireDue: () => timeOutDueOffers(services) },
    { name: "reviews", nextDueAt: () => reviews.nextClosing(db), fireDue: () => closeReviewWindows(services) },
  ];
}
