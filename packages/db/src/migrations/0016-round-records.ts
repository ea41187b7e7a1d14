import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table round_records (
      round_id bigint primary key,
      city_id text not null,
      at bigint not null,
      inputs bytea not null,
      inputs_hash bytea not null check (length(inputs_hash) = 32),
      decisions_hash bytea not null check (length(decisions_hash) = 32)
    );
    -- Compressed already: the database need not try again.
    alter table round_records alter column inputs set storage external;
    create index round_records_by_time on round_records (at, round_id);
    comment on table round_records is 'What a round was decided on: canonical JSON under zstd, and the hashes of it and of every decision. Kept for days, so that rounds can be run again.';

    alter table dispatch_rounds drop column inputs, drop column decisions_hash, add column receipts integer not null default 0;
    create index dispatch_rounds_by_time on dispatch_rounds (at, id);
    -- Receipts are written round by round: a few pages hold a round's.
    create index receipts_of_round on receipts using brin (round_id) with (pages_per_range = 16);
    `)
    .execute(db);
}

/** Rounds that can be run again: their inputs and the fingerprint of what they decided. */
export const roundRecords: Migration = { up };
