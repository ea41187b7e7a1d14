import type { Order, OrderEvent, OrderState, Position } from "@lingong/domain";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { containing, type Page, type PageRequest, pageOf } from "../page.ts";
import { read, type Statement } from "../statement.ts";
import type { ChainedEvent } from "./chain.ts";

/** An order and the hash its next event is chained to. */
export interface OrderRecord {
  readonly order: Order;
  readonly hash: string;
}

interface OrderRow {
  readonly body: unknown;
  readonly head_hash: Buffer;
}

function toRecord(row: OrderRow): OrderRecord {
  return { order: row.body as Order, hash: row.head_hash.toString("hex") };
}

function toOrder(row: { readonly body: unknown }): Order {
  return row.body as Order;
}

const byId: Statement<OrderRow> = { name: "order_by_id", text: "select body, head_hash from orders where id = $1" };

/** The order as it is now, without a lock; null: there is none. */
export async function findById(db: Database, id: string): Promise<OrderRecord | null> {
  const row = (await read(db, byId, [id]))[0];
  return row === undefined ? null : toRecord(row);
}

/** Many orders at once, in no order; unknown ids are left out. */
export async function findMany(db: Database, ids: readonly string[]): Promise<Order[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("orders")
    .select("body")
    .where("id", "in", [...ids])
    .execute();
  return rows.map(toOrder);
}

/** A customer's orders, newest first; `states` absent: all. */
export async function listForCustomer(
  db: Database,
  filter: PageRequest & { customerId: string; states?: readonly OrderState[] },
): Promise<Page<Order>> {
  const rows = await db
    .selectFrom("orders")
    .select(["id", "body"])
    .where("customer_id", "=", filter.customerId)
    .$if(filter.states !== undefined, (query) => query.where("state", "in", [...(filter.states ?? [])]))
    .$if(Boolean(filter.cursor), (query) => query.where("id", "<", filter.cursor ?? ""))
    .orderBy("id", "desc")
    .limit(filter.limit + 1)
    .execute();
  return pageOf(rows, filter.limit, { toItem: toOrder, cursorOf: ({ id }) => id });
}

/** Orders a worker is or was assigned to, newest first; `states` absent: all. `current`: only while still assigned. */
export async function listForWorker(
  db: Database,
  filter: PageRequest & { workerId: string; states?: readonly OrderState[]; current?: boolean },
): Promise<Page<Order>> {
  const rows = await db
    .selectFrom("orders")
    .select(["id", "body"])
    .where(({ exists, selectFrom, ref }) =>
      exists(
        selectFrom("assignments")
          .select("assignments.id")
          .where("assignments.worker_id", "=", filter.workerId)
          .where("assignments.order_id", "=", ref("orders.id"))
          .$if(filter.current === true, (query) => query.where("assignments.ended_at", "is", null)),
      ),
    )
    .$if(filter.states !== undefined, (query) => query.where("state", "in", [...(filter.states ?? [])]))
    .$if(Boolean(filter.cursor), (query) => query.where("id", "<", filter.cursor ?? ""))
    .orderBy("id", "desc")
    .limit(filter.limit + 1)
    .execute();
  return pageOf(rows, filter.limit, { toItem: toOrder, cursorOf: ({ id }) => id });
}

const ofCalendar: Statement<{ readonly body: unknown }> = {
  name: "orders_of_calendar",
  text: `select body from orders where state = any ($4::text[]) and id in (
      select order_id from commitments where worker_id = $1
      union select order_id from worked where worker_id = $1 and to_at > $2 and from_at < $3)
    order by id desc limit 500`,
};

/**
 * Orders that bind a worker's time now or later, and those worked on within an interval: what a calendar is drawn from. Some may be a
 * team's, which sends them.
 */
export async function listOfCalendar(
  db: Database,
  filter: { workerId: string; from: number; to: number; states: readonly OrderState[] },
): Promise<Order[]> {
  return (await read(db, ofCalendar, [filter.workerId, filter.from, filter.to, filter.states])).map(toOrder);
}

/** How many orders of a customer (or of a worker, while assigned) are in each state. */
export async function countStates(db: Database, who: { customerId: string } | { workerId: string }): Promise<Partial<Record<OrderState, number>>> {
  const rows = await db
    .selectFrom("orders")
    .select(["state", sql<number>`count(*)`.as("count")])
    .$if("customerId" in who, (query) => query.where("customer_id", "=", "customerId" in who ? who.customerId : ""))
    .$if("workerId" in who, (query) => query.where("worker_id", "=", "workerId" in who ? who.workerId : ""))
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** What admins search by. `from` and `to` bound the instant of creation; `text` is a part of the id. */
export interface OrderSearch extends PageRequest {
  readonly cityId?: string;
  readonly categoryId?: string;
  readonly states?: readonly OrderState[];
  readonly customerId?: string;
  readonly workerId?: string;
  readonly text?: string;
  readonly from?: number;
  readonly to?: number;
  readonly oldestFirst?: boolean;
}

function searched(db: Database, search: OrderSearch) {
  const { cityId, categoryId, states, customerId, workerId, text, from, to } = search;
  let query = db.selectFrom("orders");
  if (cityId !== undefined) query = query.where("city_id", "=", cityId);
  if (categoryId !== undefined) query = query.where("category_id", "=", categoryId);
  if (states !== undefined && states.length > 0) query = query.where("state", "in", [...states]);
  if (customerId !== undefined) query = query.where("customer_id", "=", customerId);
  if (workerId !== undefined) query = query.where("worker_id", "=", workerId);
  if (text !== undefined && text !== "") query = query.where(sql<string>`id::text`, "like", containing(text.toLowerCase()));
  if (from !== undefined) query = query.where("created_at", ">=", from);
  if (to !== undefined) query = query.where("created_at", "<", to);
  return query;
}

/** Orders by the admins' filters, newest first unless asked otherwise, and how many there are in all. */
export async function search(db: Database, wanted: OrderSearch): Promise<Page<Order> & { readonly total: number }> {
  const oldestFirst = wanted.oldestFirst === true;
  const rows = await searched(db, wanted)
    .select(["id", "body"])
    .$if(Boolean(wanted.cursor), (query) => query.where("id", oldestFirst ? ">" : "<", wanted.cursor ?? ""))
    .orderBy("id", oldestFirst ? "asc" : "desc")
    .limit(wanted.limit + 1)
    .execute();
  const counted = await searched(db, wanted).select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow();
  return { ...pageOf(rows, wanted.limit, { toItem: toOrder, cursorOf: ({ id }) => id }), total: counted.total };
}

/** Orders that have not ended, by city (absent: all) and state. */
export async function listOpen(db: Database, filter: { cityId?: string; states?: readonly OrderState[]; limit: number }): Promise<Order[]> {
  const rows = await db
    .selectFrom("orders")
    .select("body")
    .where("ended_at", "is", null)
    .$if(filter.cityId !== undefined, (query) => query.where("city_id", "=", filter.cityId ?? ""))
    .$if(filter.states !== undefined, (query) => query.where("state", "in", [...(filter.states ?? [])]))
    .orderBy("since")
    .limit(filter.limit)
    .execute();
  return rows.map(toOrder);
}

/** Open disputes, the one whose clock ends first at the front. */
export async function listDisputed(db: Database, limit: number): Promise<Order[]> {
  const rows = await db
    .selectFrom("orders")
    .select("body")
    .where("state", "=", "disputed")
    .orderBy(sql`(body->'dispute'->>'dueAt')::bigint`)
    .limit(limit)
    .execute();
  return rows.map(toOrder);
}

/** Orders by state: of those still open, and of those ended since an instant. */
export async function countByState(
  db: Database,
  filter: { cityId?: string; endedSince: number },
): Promise<{ state: OrderState; categoryId: string; count: number }[]> {
  const rows = await db
    .selectFrom("orders")
    .select(["state", "category_id", sql<number>`count(*)`.as("count")])
    .where(({ or, eb }) => or([eb("ended_at", "is", null), eb("ended_at", ">=", filter.endedSince)]))
    .$if(filter.cityId !== undefined, (query) => query.where("city_id", "=", filter.cityId ?? ""))
    .groupBy(["state", "category_id"])
    .execute();
  return rows.map(({ state, category_id, count }) => ({ state: state as OrderState, categoryId: category_id, count }));
}

interface EventRow {
  readonly body: unknown;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
}

const eventsOf: Statement<EventRow> = {
  name: "events_of_order",
  text: "select body, prev_hash, hash from order_events where order_id = $1 order by version",
};

/** An order's whole history, first event first, with its links. */
export async function listEvents(db: Database, orderId: string): Promise<ChainedEvent[]> {
  const rows = await read(db, eventsOf, [orderId]);
  return rows.map(({ body, prev_hash, hash }) => ({
    event: body as OrderEvent,
    previousHash: prev_hash.toString("hex"),
    hash: hash.toString("hex"),
  }));
}

/** The exact place of an order: null when the work is remote; `position` and `addressCipher` are null once erased. */
export interface OrderPlace {
  readonly position: Position | null;
  readonly addressCipher: Buffer | null;
  readonly erasedAt: number | null;
}

export async function findPlace(db: Database, orderId: string): Promise<OrderPlace | null> {
  return (await findPlaces(db, [orderId])).get(orderId) ?? null;
}

interface PlaceRow {
  readonly order_id: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly address_cipher: Buffer | null;
  readonly erased_at: number | null;
}

const placesOf: Statement<PlaceRow> = {
  name: "order_places_of",
  text: "select order_id, lat, lng, address_cipher, erased_at from order_places where order_id = any ($1::uuid[])",
};

/** The exact places of many orders, by order id. */
export async function findPlaces(db: Database, orderIds: readonly string[]): Promise<Map<string, OrderPlace>> {
  if (orderIds.length === 0) return new Map();
  const rows = await read(db, placesOf, [orderIds]);
  return new Map(
    rows.map(({ order_id, lat, lng, address_cipher, erased_at }) => [
      order_id,
      { position: lat === null || lng === null ? null : { lat, lng }, addressCipher: address_cipher, erasedAt: erased_at },
    ]),
  );
}

/** Hourly rates of settled orders of a category in a city since an instant, cheapest first (§7, market price). */
export async function listSettledRates(db: Database, filter: { cityId: string; categoryId: string; since: number }): Promise<number[]> {
  const rows = await db
    .selectFrom("orders")
    .select("rate_fen_per_hour")
    .where("city_id", "=", filter.cityId)
    .where("category_id", "=", filter.categoryId)
    .where("ended_at", ">=", filter.since)
    .where("state", "in", ["completed", "resolved"])
    .orderBy("rate_fen_per_hour")
    .execute();
  return rows.map(({ rate_fen_per_hour }) => rate_fen_per_hour);
}

/** A worker's last taken orders, newest first: their rates (§7, price war). */
export async function listRecentRates(
  db: Database,
  filter: { workerId: string; limit: number },
): Promise<{ orderId: string; categoryId: string; rateFenPerHour: number }[]> {
  const rows = await db
    .selectFrom("assignments")
    .innerJoin("orders", "orders.id", "assignments.order_id")
    .select(["orders.id", "orders.category_id", "orders.rate_fen_per_hour"])
    .where("assignments.worker_id", "=", filter.workerId)
    .orderBy("assignments.accepted_at", "desc")
    .limit(filter.limit)
    .execute();
  return rows.map(({ id, category_id, rate_fen_per_hour }) => ({ orderId: id, categoryId: category_id, rateFenPerHour: rate_fen_per_hour }));
}

/** Deletes orders that stayed drafts and were not touched since an instant, with their events. Returns how many. */
export async function forgetDrafts(db: Database, before: number, most: number): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`select forget_draft_orders(${before}, ${most}) as forgotten`.execute(db);
  return rows[0]?.forgotten ?? 0;
}
