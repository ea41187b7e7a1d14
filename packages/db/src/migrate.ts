import { sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import type { Database } from "./database.ts";
import { migrations } from "./migrations/index.ts";

/** The database was migrated by a newer version of this program. */
export class DatabaseNewerError extends Error {
  constructor(unknownMigration: string) {
    super(`The database is newer than this program (it has had the step "${unknownMigration}"): update the program, or use another database.`);
    this.name = "DatabaseNewerError";
  }
}

async function appliedMigrations(db: Database): Promise<string[]> {
  const found = await sql<{ present: boolean }>`select to_regclass('kysely_migration') is not null as present`.execute(db);
  if (found.rows[0]?.present !== true) return [];
  const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return applied.rows.map(({ name }) => name);
}

/**
 * Brings the schema to this version, forward only; several processes may call it at once.
 * @returns the names of the steps taken now.
 * @throws DatabaseNewerError when the database knows a step that this program does not.
 */
export async function migrate(db: Database): Promise<string[]> {
  const unknownMigration = (await appliedMigrations(db)).find((name) => !(name in migrations));
  if (unknownMigration !== undefined) throw new DatabaseNewerError(unknownMigration);
  const provider = { getMigrations: (): Promise<Record<string, Migration>> => Promise.resolve(migrations) };
  const { error, results } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).filter(({ status }) => status === "Success").map(({ migrationName }) => migrationName);
}
