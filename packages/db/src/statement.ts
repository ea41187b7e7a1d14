import { CompiledQuery } from "kysely";
import type pg from "pg";
import { aboutOne } from "./about-one.ts";
import type { Database } from "./database.ts";
import { readTogether } from "./reading.ts";

const pools = new WeakMap<Database, pg.Pool>();

/** Remembers the pool under a handle, so that hot statements can go to it directly. */
export function knowPool(db: Database, pool: pg.Pool): void {
  pools.set(db, pool);
}

/** A statement that is sent often: prepared once on each connection, under its name. */
export interface Statement<Row> {
  readonly name: string;
  readonly text: string;
  /** Only carries the type of its rows. */
  readonly row?: Row;
}

async function runWithin<Row>(handle: Database, { text }: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
  const answer = await handle.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
  return answer.rows;
}

/**
 * Runs a hot statement: named and straight to the pool (measured: 1.13 × an unnamed one, Kysely 0.75 ×), or within the
 * transaction it is given.
 */
export async function run<Row>(handle: Database, statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
  const pool = pools.get(handle);
  if (pool === undefined) return runWithin(handle, statement, values);
  const answer = await pool.query(aboutOne({ name: statement.name, text: statement.text, values: [...values] }));
  return answer.rows as Row[];
}

/**
 * Looks something up by a hot statement. Lookups asked for in the same turn travel together on one connection, as a page
 * asks for many small things at once; so never a statement that writes or waits for a lock.
 */
export async function read<Row>(handle: Database, statement: Statement<Row>, values: readonly unknown[]): Promise<Row[]> {
  const pool = pools.get(handle);
  if (pool === undefined) return runWithin(handle, statement, values);
  const answer = await readTogether(pool, aboutOne({ name: statement.name, text: statement.text, values: [...values] }));
  return answer.rows as Row[];
}
