import { sql } from "kysely";
import type { Database, Transaction } from "../database.ts";
import { run, type Statement } from "../statement.ts";
import type { OrderRecord } from "./orders.repository.ts";

/** The next timed exit of an order: an index of what `dueAt` says of it. */
export interface Deadline {
  readonly orderId: string;
  readonly cityId: string;
  readonly dueAt: number;
  readonly what: string;
}

interface Row {
  readonly order_id: string;
  readonly city_id: string;
  readonly due_at: number;
  readonly what: string;
}

function toDeadline(row: Row): Deadline {
  return { orderId: row.order_id, cityId: row.city_id, dueAt: row.due_at, what: row.what };
}

const due: Statement<Row> = {
  name: "deadlines_due",
  text: "select order_id, city_id, due_at, what from deadlines where due_at <= $1 order by due_at, order_id limit $2",
};

/** What is due, the most overdue first, found without a lock: each is then decided on the write path. */
export async function listDue(db: Database, now: number, limit: number): Promise<Deadline[]> {
  return (await run(db, due, [now, limit])).map(toDeadline);
}

/** Deadlines of some kinds that fell into a stretch of time, `from` not included. */
export async function listWithin(
  db: Database,
  within: { readonly from: number; readonly to: number },
  what: readonly string[],
  limit: number,
): Promise<Deadline[]> {
  const rows = await db
    .selectFrom("deadlines")
    .selectAll()
    .where("due_at", ">", within.from)
    .where("due_at", "<=", within.to)
    .where("what", "in", [...what])
    .orderBy("due_at")
    .limit(limit)
    .execute();
  return rows.map(toDeadline);
}

/** When the next deadline falls due; null: none waits. */
export async function nextDueAt(db: Database): Promise<number | null> {
  const row = await db.selectFrom("deadlines").select("due_at").orderBy("due_at").limit(1).executeTakeFirst();
  return row?.due_at ?? null;
}

export async function findByOrder(db: Database, orderId: string): Promise<Deadline | null> {
  const row = await db.selectFrom("deadlines").selectAll().where("order_id", "=", orderId).executeTakeFirst();
  return row === undefined ? null : toDeadline(row);
}

/** Deadlines that have been overdue for a while, for the admins. */
export async function listOverdue(db: Database, before: number, limit: number): Promise<(Deadline & { readonly state: string })[]> {
  const rows = await db
    .selectFrom("deadlines")
    .innerJoin("orders", "orders.id", "deadlines.order_id")
    .select(["deadlines.order_id", "deadlines.city_id", "deadlines.due_at", "deadlines.what", "orders.state"])
    .where("deadlines.due_at", "<", before)
    .orderBy("deadlines.due_at")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...toDeadline(row), state: row.state }));
}

/**
 * Locks the order of a due deadline and reads both again; null: somebody else has the order, or it is not due any more.
 * The order comes first, as everywhere: the deadline first would deadlock with writers.
 */
export async function claimDue(transaction: Transaction, orderId: string, now: number): Promise<OrderRecord | null> {
  const locked = await sql<{ body: unknown; head_hash: Buffer }>`
    select body, head_hash from orders where id = ${orderId} for no key update skip locked`.execute(transaction);
  const row = locked.rows[0];
  if (row === undefined) return null;
  const still = await transaction
    .selectFrom("deadlines")
    .select("order_id")
    .where("order_id", "=", orderId)
    .where("due_at", "<=", now)
    .executeTakeFirst();
  return still === undefined ? null : { order: row.body as OrderRecord["order"], hash: row.head_hash.toString("hex") };
}
