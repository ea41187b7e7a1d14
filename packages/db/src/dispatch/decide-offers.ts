import { sql } from "kysely";
import type { Database, Transaction } from "../database.ts";
import { leaveHints } from "../live/outbox.ts";
import { endOnlineSpans } from "../people/presence.repository.ts";
import { inTransaction } from "../transaction.ts";
import { searchHints } from "./search-hints.ts";

/** What time-outs did: which offers ended, and who went offline for having missed too many in a row. */
export interface TimedOut {
  readonly offers: readonly { readonly id: string; readonly orderId: string; readonly workerId: string; readonly cityId: string }[];
  readonly wentOffline: readonly string[];
}

interface OfferRow {
  readonly id: string;
  readonly order_id: string;
  readonly worker_id: string;
  readonly city_id: string;
  readonly counts: boolean;
}

/** Counts missed offers; a worker who reaches the limit goes offline. Worker rows are locked before offers, by id. */
async function countMissed(transaction: Transaction, missed: readonly string[], limit: number): Promise<string[]> {
  if (missed.length === 0) return [];
  const { rows } = await sql<{ id: string; online: boolean }>`
    update workers set
      missed_in_a_row = missed_in_a_row + 1,
      online = online and missed_in_a_row + 1 < ${limit},
      offline_reason = case when missed_in_a_row + 1 >= ${limit} then 'missed_offers' else offline_reason end
    where id = any (${missed}::uuid[]) and online returning id, online`.execute(transaction);
  return rows.filter(({ online }) => !online).map(({ id }) => id);
}

/**
 * Ends open offers whose time is over. Offers of a wave count as missed, exclusive ones do not (§6). Safe to run on many
 * servers: an offer that somebody is deciding right now is left to them.
 */
export function timeOutOffers(db: Database, options: { now: number; missedUntilOffline: number; limit: number }): Promise<TimedOut> {
  const { now, missedUntilOffline, limit } = options;
  return inTransaction(db, async (transaction) => {
    const due = await sql<{ worker_id: string }>`
      select worker_id from offers where state = 'open' and expires_at <= ${now} order by expires_at limit ${limit}`.execute(transaction);
    const workerIds = [...new Set(due.rows.map(({ worker_id }) => worker_id))];
    if (workerIds.length === 0) return { offers: [], wentOffline: [] };
    const locked = await sql<{ id: string }>`
      select id from workers where id = any (${workerIds}::uuid[]) order by id for no key update skip locked`.execute(transaction);
    const { rows } = await sql<OfferRow>`
      update offers set state = 'timed_out', decided_at = ${now}
      where id in (
        select id from offers where worker_id = any (${locked.rows.map(({ id }) => id)}::uuid[]) and state = 'open' and expires_at <= ${now}
        order by id for update skip locked)
      returning id, order_id, worker_id, city_id, kind = 'wave' as counts`.execute(transaction);
    const missed = [...new Set(rows.filter(({ counts }) => counts).map(({ worker_id }) => worker_id))];
    const wentOffline = await countMissed(transaction, missed, missedUntilOffline);
    await endOnlineSpans(transaction, wentOffline, now);
    await leaveHints(
      transaction,
      [
        ...rows.map((row) => ({
          rooms: [`user:${row.worker_id}`],
          kind: "offer",
          subjectId: row.id,
          version: null,
          data: { state: "timed_out", orderId: row.order_id, cityId: row.city_id },
        })),
        ...wentOffline.map((id) => ({
          rooms: [`user:${id}`, "admins"],
          kind: "worker",
          subjectId: id,
          version: null,
          data: { online: false, reason: "missed_offers" },
        })),
        ...searchHints(rows.map(({ order_id }) => order_id)),
      ],
      now,
    );
    return { offers: rows.map((row) => ({ id: row.id, orderId: row.order_id, workerId: row.worker_id, cityId: row.city_id })), wentOffline };
  });
}

/** A worker says no: it costs nothing (§6). False when the offer is not open, or not this worker's. */
export function declineOffer(db: Database, decline: { offerId: string; workerId: string; now: number }): Promise<boolean> {
  return inTransaction(db, async (transaction) => {
    await sql`update workers set missed_in_a_row = 0 where id = ${decline.workerId}`.execute(transaction);
    const { rows } = await sql<{ order_id: string; city_id: string }>`
      update offers set state = 'declined', decided_at = ${decline.now}
      where id = ${decline.offerId} and worker_id = ${decline.workerId} and state = 'open' returning order_id, city_id`.execute(transaction);
    const row = rows[0];
    if (row === undefined) return false;
    const data = { state: "declined", orderId: row.order_id, cityId: row.city_id };
    await leaveHints(
      transaction,
      [{ rooms: [`user:${decline.workerId}`], kind: "offer", subjectId: decline.offerId, version: null, data }, ...searchHints([row.order_id])],
      decline.now,
    );
    return true;
  });
}

export interface HallOffer {
  readonly cityId: string;
  readonly orderId: string;
  readonly workerId: string;
  readonly round: number;
  readonly now: number;
  readonly expiresAt: number;
}

/**
 * The open offer by which a worker may take an order now: one already made, else a new one from the hall. Taking is then
 * `accept` on the write path, where the first wins.
 */
export async function openHallOffer(db: Database, wanted: HallOffer): Promise<string> {
  return inTransaction(db, async (transaction) => {
    const open = await transaction
      .selectFrom("offers")
      .select("id")
      .where("order_id", "=", wanted.orderId)
      .where("worker_id", "=", wanted.workerId)
      .where("state", "=", "open")
      .where("expires_at", ">", wanted.now)
      .executeTakeFirst();
    if (open !== undefined) return open.id;
    const made = await transaction
      .insertInto("offers")
      .values({
        city_id: wanted.cityId,
        order_id: wanted.orderId,
        worker_id: wanted.workerId,
        kind: "hall",
        round: wanted.round,
        live: false,
        created_at: wanted.now,
        expires_at: wanted.expiresAt,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return made.id;
  });
}
