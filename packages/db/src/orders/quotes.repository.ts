import type { Order } from "@lingong/domain";
import { type Selectable, sql } from "kysely";
import type { Quotes } from "../database.generated.ts";
import type { Database, Transaction } from "../database.ts";
import { brokenConstraint } from "../failure.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";
import type { Hint } from "./save-order-input.ts";

/** A worker's price on an order open to quotes; `body` is the quote machine's own record. */
export interface QuoteRecord<Body = unknown> {
  readonly id: string;
  readonly cityId: string;
  readonly orderId: string;
  readonly workerId: string;
  readonly state: string;
  readonly version: number;
  readonly rateFenPerHour: number;
  readonly body: Body;
  readonly createdAt: number;
  readonly updatedAt: number;
}

function toQuote<Body>(row: Selectable<Quotes>): QuoteRecord<Body> {
  return {
    id: row.id,
    cityId: row.city_id,
    orderId: row.order_id,
    workerId: row.worker_id,
    state: row.state,
    version: row.version,
    rateFenPerHour: row.rate_fen_per_hour,
    body: row.body as Body,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Keeps a new quote; false when this worker has an open one on the order. */
export async function insert(db: Database, quote: Omit<QuoteRecord, "version">): Promise<boolean> {
  try {
    await db
      .insertInto("quotes")
      .values({
        id: quote.id,
        city_id: quote.cityId,
        order_id: quote.orderId,
        worker_id: quote.workerId,
        state: quote.state,
        rate_fen_per_hour: quote.rateFenPerHour,
        body: JSON.stringify(quote.body),
        created_at: quote.createdAt,
        updated_at: quote.updatedAt,
      })
      .execute();
    return true;
  } catch (error) {
    if (brokenConstraint(error) === "quotes_one_open") return false;
    throw error;
  }
}

/** Saves the next state of a quote, by compare-and-swap on its version; false: somebody was faster. */
export async function save(
  db: Database,
  quote: Pick<QuoteRecord, "id" | "version" | "state" | "rateFenPerHour" | "body" | "updatedAt">,
): Promise<boolean> {
  const answer = await db
    .updateTable("quotes")
    .set({
      state: quote.state,
      version: quote.version + 1,
      rate_fen_per_hour: quote.rateFenPerHour,
      body: JSON.stringify(quote.body),
      updated_at: quote.updatedAt,
    })
    .where("id", "=", quote.id)
    .where("version", "=", quote.version)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

export async function findById<Body = unknown>(db: Database, id: string): Promise<QuoteRecord<Body> | null> {
  const row = await db.selectFrom("quotes").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : toQuote<Body>(row);
}

/** States in which a quote may still be chosen. */
const standing = ["open", "countered", "agreed"];

/** An order's quotes, cheapest first: so many at most; `standing`: of those that may still be chosen. */
export async function listForOrder<Body = unknown>(
  db: Database,
  wanted: { readonly orderId: string; readonly limit: number; readonly standing?: boolean },
): Promise<QuoteRecord<Body>[]> {
  const rows = await db
    .selectFrom("quotes")
    .selectAll()
    .where("order_id", "=", wanted.orderId)
    .$if(wanted.standing === true, (query) => query.where("state", "in", standing))
    .orderBy("rate_fen_per_hour")
    .orderBy("id")
    .limit(wanted.limit)
    .execute();
  return rows.map((row) => toQuote<Body>(row));
}

/** The newest quote of a worker on an order, whatever its state. */
export async function findLatest<Body = unknown>(db: Database, which: { orderId: string; workerId: string }): Promise<QuoteRecord<Body> | null> {
  const row = await db
    .selectFrom("quotes")
    .selectAll()
    .where("order_id", "=", which.orderId)
    .where("worker_id", "=", which.workerId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toQuote<Body>(row);
}

/** A worker's quotes, newest first. */
export async function listForWorker<Body = unknown>(db: Database, wanted: PageRequest & { workerId: string }): Promise<Page<QuoteRecord<Body>>> {
  const rows = await db
    .selectFrom("quotes")
    .selectAll()
    .where("worker_id", "=", wanted.workerId)
    .$if(Boolean(wanted.cursor), (query) => {
      const [at = "0", id = ""] = (wanted.cursor ?? "").split(":");
      return query.where(({ eb, refTuple, tuple }) => eb(refTuple("created_at", "id"), "<", tuple(Number(at), id)));
    })
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(wanted.limit + 1)
    .execute();
  return pageOf(rows, wanted.limit, { toItem: (row) => toQuote<Body>(row), cursorOf: (row) => `${row.created_at}:${row.id}` });
}

/** How many quotes stand on each of these orders. */
export async function countOpen(db: Database, orderIds: readonly string[]): Promise<Map<string, number>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("quotes")
    .select(["order_id", sql<number>`count(*)`.as("count")])
    .where(sql<boolean>`order_id = any (${[...orderIds]}::uuid[])`)
    .where("state", "in", standing)
    .groupBy("order_id")
    .execute();
  return new Map(rows.map(({ order_id, count }) => [order_id, count]));
}

/**
 * The order as it stands, and stays until the end of the transaction: a quote is not given, countered or taken back on an
 * order that is being chosen, cancelled or closed in the same moment. Others may quote beside it.
 */
export async function holdOrder(transaction: Transaction, orderId: string): Promise<Order | null> {
  const row = await transaction.selectFrom("orders").select("body").where("id", "=", orderId).forShare().executeTakeFirst();
  return row === undefined ? null : (row.body as unknown as Order);
}

/**
 * Asks workers to quote for an order, each at most once: a notification and the hint that goes with it. Answers whom it
 * asked now.
 */
export async function request(
  transaction: Transaction,
  wanted: { readonly orderId: string; readonly workerIds: readonly string[]; readonly kind: string; readonly now: number },
): Promise<{ readonly asked: readonly string[]; readonly hints: readonly Hint[] }> {
  if (wanted.workerIds.length === 0) return { asked: [], hints: [] };
  const rows = await transaction
    .insertInto("quote_requests")
    .values([...new Set(wanted.workerIds)].sort().map((worker_id) => ({ order_id: wanted.orderId, worker_id, at: wanted.now })))
    .onConflict((conflict) => conflict.doNothing())
    .returning("worker_id")
    .execute();
  const asked = rows.map(({ worker_id }) => worker_id);
  const hints = asked.map(
    (id): Hint => ({
      rooms: [`user:${id}`],
      kind: "notice",
      subjectId: wanted.orderId,
      version: null,
      data: { notice: wanted.kind },
    }),
  );
  return { asked, hints };
}

/** Who has been asked to quote for an order. */
export async function listRequested(db: Database, orderId: string): Promise<string[]> {
  const rows = await db.selectFrom("quote_requests").select("worker_id").where("order_id", "=", orderId).execute();
  return rows.map(({ worker_id }) => worker_id);
}
