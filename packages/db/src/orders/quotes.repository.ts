import type { Selectable } from "kysely";
import type { Quotes } from "../database.generated.ts";
import type { Database } from "../database.ts";
import { brokenConstraint } from "../failure.ts";

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

/** An order's quotes, cheapest first. */
export async function listForOrder<Body = unknown>(db: Database, orderId: string): Promise<QuoteRecord<Body>[]> {
  const rows = await db.selectFrom("quotes").selectAll().where("order_id", "=", orderId).orderBy("rate_fen_per_hour").orderBy("id").execute();
  return rows.map((row) => toQuote<Body>(row));
}

export async function listForWorker<Body = unknown>(db: Database, workerId: string, limit: number): Promise<QuoteRecord<Body>[]> {
  const rows = await db.selectFrom("quotes").selectAll().where("worker_id", "=", workerId).orderBy("created_at", "desc").limit(limit).execute();
  return rows.map((row) => toQuote<Body>(row));
}
