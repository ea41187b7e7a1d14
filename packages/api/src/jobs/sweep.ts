import { codes, commands, drafts, feed, orders, rounds } from "@lingong/db";
import { DAY, defaultPolicy } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";

/** How long what nobody needs any more is kept. */
const kept = { codes: 2 * DAY, commands: 7 * DAY, feed: 2 * DAY, roundRecords: 14 * DAY, rounds: 90 * DAY } as const;

/** A sweep leaves the rest to the next, an hour later. */
const draftsAtOnce = 1_000;

/**
 * Forgets old codes, idempotency keys, drafts (of the wizard, and orders never placed, §2), hints, recorded rounds and receipts.
 * Answers how many rows went.
 */
export async function sweep(services: Services): Promise<number> {
  const now = services.clock.now();
  const { db } = services;
  const removed = await Promise.all([
    codes.prune(db, now - kept.codes),
    commands.prune(db, now - kept.commands),
    drafts.prune(db, now - defaultPolicy.lifecycle.draftKept),
    orders.forgetDrafts(db, now - defaultPolicy.lifecycle.draftKept, draftsAtOnce),
    feed.prune(db, now - kept.feed),
    rounds.pruneRecords(db, now - kept.roundRecords),
    rounds.prune(db, now - kept.rounds),
  ]);
  return removed.reduce((total, rows) => total + rows, 0);
}
