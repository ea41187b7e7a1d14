import type { OfferFact } from "@lingong/domain";
import type { Selectable } from "kysely";
import type { Offers } from "../database.generated.ts";
import type { Database } from "../database.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";

export type OfferKind = "wave" | "regular" | "direct" | "hall";

/** An invitation of one worker to one order. */
export interface Offer extends OfferFact {
  readonly cityId: string;
  readonly orderId: string;
  readonly kind: OfferKind;
  readonly wave: number;
  readonly live: boolean;
  readonly voidReason: string | null;
  readonly score: number | null;
  readonly rank: number | null;
  /** What the offer screen shows beside the order: parts, flags, distance. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  readonly decidedAt: number | null;
}

export function toOffer(row: Selectable<Offers>): Offer {
  return {
    id: row.id,
    cityId: row.city_id,
    orderId: row.order_id,
    workerId: row.worker_id,
    kind: row.kind as OfferKind,
    round: row.round,
    wave: row.wave,
    live: row.live,
    state: row.state as Offer["state"],
    voidReason: row.void_reason,
    score: row.score,
    rank: row.rank,
    details: row.details as Record<string, unknown>,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    decidedAt: row.decided_at,
  };
}

export async function findById(db: Database, id: string): Promise<Offer | null> {
  const row = await db.selectFrom("offers").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : toOffer(row);
}

/** A worker's open offers, the one that ends first at the front. */
export async function listOpenForWorker(db: Database, workerId: string): Promise<Offer[]> {
  const rows = await db
    .selectFrom("offers")
    .selectAll()
    .where("worker_id", "=", workerId)
    .where("state", "=", "open")
    .orderBy("expires_at")
    .execute();
  return rows.map(toOffer);
}

/** A worker's offers, newest first. */
export async function listForWorker(db: Database, wanted: PageRequest & { workerId: string }): Promise<Page<Offer>> {
  const rows = await db
    .selectFrom("offers")
    .selectAll()
    .where("worker_id", "=", wanted.workerId)
    .$if(Boolean(wanted.cursor), (query) => query.where("id", "<", wanted.cursor ?? ""))
    .orderBy("id", "desc")
    .limit(wanted.limit + 1)
    .execute();
  return pageOf(rows, wanted.limit, { toItem: toOffer, cursorOf: ({ id }) => id });
}

/** Every offer of an order, oldest first. */
export async function listForOrder(db: Database, orderId: string): Promise<Offer[]> {
  const rows = await db.selectFrom("offers").selectAll().where("order_id", "=", orderId).orderBy("created_at").orderBy("id").execute();
  return rows.map(toOffer);
}

/** Every offer of these orders, by order. */
export async function listForOrders(db: Database, orderIds: readonly string[]): Promise<Map<string, Offer[]>> {
  const byOrder = new Map<string, Offer[]>();
  if (orderIds.length === 0) return byOrder;
  const rows = await db
    .selectFrom("offers")
    .selectAll()
    .where("order_id", "in", [...orderIds])
    .orderBy("id")
    .execute();
  for (const row of rows) {
    const list = byOrder.get(row.order_id) ?? [];
    list.push(toOffer(row));
    byOrder.set(row.order_id, list);
  }
  return byOrder;
}

/** Open offers whose time is over, oldest first: they are found without a lock and decided by `timeOutOffers`. */
export async function listOverdue(db: Database, now: number, limit: number): Promise<Offer[]> {
  const rows = await db
    .selectFrom("offers")
    .selectAll()
    .where("state", "=", "open")
    .where("expires_at", "<=", now)
    .orderBy("expires_at")
    .limit(limit)
    .execute();
  return rows.map(toOffer);
}

/** When the next open offer runs out; null: none is open. */
export async function nextExpiry(db: Database): Promise<number | null> {
  const row = await db.selectFrom("offers").select("expires_at").where("state", "=", "open").orderBy("expires_at").limit(1).executeTakeFirst();
  return row?.expires_at ?? null;
}
