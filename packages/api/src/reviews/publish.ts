import { type Hint, inTransaction, leaveHints, notifications, type ReviewWindow, reviews, type Transaction } from "@lingong/db";
import type { Services } from "../kernel/context.ts";
import { refreshStanding } from "../workers/standing.ts";

/** Both people, and whoever looks at the order, look again. */
export function reviewHints(window: ReviewWindow, reviewId: string): Hint[] {
  const rooms = [`order:${window.orderId}`, `user:${window.customerId}`, `user:${window.workerId}`];
  return [{ rooms, kind: "review", subjectId: reviewId, version: null, data: { orderId: window.orderId } }];
}

/** Shows what a pair has written, and tells each who was reviewed. */
export async function publishPair(transaction: Transaction, window: ReviewWindow, now: number): Promise<number> {
  const published = await reviews.publish(transaction, { orderId: window.orderId, workerId: window.workerId, customerId: window.customerId, now });
  await notifications.insert(
    transaction,
    published.map((review) => ({
      userId: review.subjectId,
      kind: "review_received",
      orderId: review.orderId,
      data: { stars: review.stars },
      at: now,
    })),
  );
  await leaveHints(transaction, reviewHints(window, window.orderId), now);
  return published.length;
}

const atOnce = 100;

/** Closes review windows whose time is over: what one side wrote is shown (§8). Answers how many. */
export async function closeReviewWindows(services: Services, limit = atOnce): Promise<number> {
  const now = services.clock.now();
  const closing = await reviews.listClosing(services.db, now, limit);
  for (const window of closing) {
    const published = await inTransaction(services.db, async (transaction) => {
      const locked = await reviews.lockWindow(transaction, window);
      return locked === null || locked.publishedAt !== null ? 0 : publishPair(transaction, locked, now);
    });
    if (published > 0) await refreshStanding(services, window.workerId);
  }
  return closing.length;
}
