import { clock, deadlines } from "@lingong/db";
import type { Instant } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { grantGrace } from "../orders/execute.ts";

/** The deadlines that are the customer's: to pay, and to confirm. */
const customersDeadlines = ["paymentEnds", "autoConfirm", "reminder"] as const;
const atOnce = 10_000;

/**
 * A customer's deadline that fell into a stop of the service moves to 30 min after the restart (§2, Time). Called once when
 * a server starts, before its timers: the stop is the time since any server was last seen running. Answers how many moved.
 */
export async function moveDeadlinesAfterStop(services: Services): Promise<number> {
  const { db } = services;
  const now = services.clock.now();
  const lastSeen = await clock.findAliveAt(db);
  await clock.saveAliveAt(db, now);
  if (lastSeen === null) return 0;
  const missed = await deadlines.listWithin(db, { from: lastSeen, to: now }, customersDeadlines, atOnce);
  let moved = 0;
  for (const { orderId } of missed) if (await grantGrace(services, orderId, now)) moved += 1;
  return moved;
}

/** The heartbeat of a running server. */
export async function stayAlive(services: Services, now: Instant): Promise<void> {
  await clock.saveAliveAt(services.db, now);
}
