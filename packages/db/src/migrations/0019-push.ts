import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** A browser is rung only while its session lasts: whoever has signed out, here or from afar, hears nothing more. */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    delete from push_subscriptions;
    alter table push_subscriptions add column session_id uuid not null references sessions (id) on delete cascade;
    create index push_subscriptions_of_session on push_subscriptions (session_id);`)
    .execute(db);
}

export const push: Migration = { up };
