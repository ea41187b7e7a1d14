import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table clock add column alive_at bigint;
    comment on column clock.alive_at is 'When a server was last seen running, by the application''s clock: a stop of the service is the time since.';
    `)
    .execute(db);
}

/** The heartbeat of the service: after a stop, customers' deadlines that fell into it are moved. */
export const heartbeat: Migration = { up };
