import type pg from "pg";
import { type Connection, inTransaction, takeRow } from "./database.ts";
import { migrations } from "./migrations.ts";

/** The database was migrated by a newer gateway than this one. */
export class DatabaseIsNewer extends Error {
  constructor(found: number) {
    super(`the gateway's schema is at version ${found}, this code knows ${migrations.length}: start the newer code`);
    this.name = "DatabaseIsNewer";
  }
}

async function appliedVersion(connection: Connection): Promise<number> {
  await connection.query("create table if not exists versions (version integer primary key, applied_at timestamptz not null default now())");
  const row = await takeRow<{ version: number }>(connection, "select coalesce(max(version), 0)::int as version from versions", []);
  return row.version;
}

/**
 * Brings the schema to this code's version in one transaction, under a lock, so that two processes may start at once.
 * @throws DatabaseIsNewer when the schema is ahead of the code.
 */
export async function migrate(pool: pg.Pool, schema: string): Promise<void> {
  await inTransaction(pool, async (connection) => {
    await connection.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`gateway migration ${schema}`]);
    await connection.query(`create schema if not exists ${schema}`);
    const version = await appliedVersion(connection);
    if (version > migrations.length) throw new DatabaseIsNewer(version);
    for (const [index, statements] of migrations.entries()) {
      if (index < version) continue;
      await connection.query(statements);
      await connection.query("insert into versions (version) values ($1)", [index + 1]);
    }
  });
}
