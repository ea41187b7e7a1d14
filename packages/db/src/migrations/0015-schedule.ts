import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table worker_day_hours (
      worker_id uuid not null references workers (id),
      day text not null check (day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
      ranges jsonb not null check (jsonb_typeof(ranges) = 'array'),
      primary key (worker_id, day)
    );
    comment on table worker_day_hours is 'Hours of one local date in place of the week''s: a list of minutes after midnight; an empty one is a day off.';

    create table online_spans (
      worker_id uuid not null references workers (id),
      from_at bigint not null,
      to_at bigint,
      primary key (worker_id, from_at),
      check (to_at >= from_at)
    );
    comment on table online_spans is 'When each worker was online; to_at null: still is. What activity is measured by.';
    create unique index online_spans_open on online_spans (worker_id) where to_at is null;
    create index online_spans_ended on online_spans (to_at);
    insert into online_spans (worker_id, from_at) select id, online_since from workers where online and online_since is not null;

    create table calendar_feeds (
      worker_id uuid primary key references workers (id),
      token_hash bytea not null unique check (length(token_hash) = 32),
      created_at bigint not null,
      read_at bigint
    );
    comment on table calendar_feeds is 'The secret address under which a worker''s calendar program reads their orders; only its hash is kept.';
    `)
    .execute(db);
}

/** A worker's time: hours of single dates, when they were online, and the calendar they may subscribe to. */
export const schedule: Migration = { up };
