import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table commands (
      actor_id text not null check (length(actor_id) <= 80),
      key text not null check (length(key) between 1 and 200),
      request_hash bytea not null,
      result jsonb not null,
      at bigint not null,
      primary key (actor_id, key)
    );
    create index commands_by_age on commands using brin (at);
    comment on table commands is 'What each idempotency key was answered: a repeat gets the same again.';

    create table outbox (
      id bigint primary key generated always as identity,
      at bigint not null,
      rooms text[] not null,
      kind text not null,
      subject_id text not null,
      version integer,
      data jsonb
    );
    comment on table outbox is 'Written inside transactions; emptied into feed by the one who holds the relay row.';

    create table feed (
      position bigint primary key,
      at bigint not null,
      drained_at timestamptz not null default clock_timestamp(),
      rooms text[] not null,
      kind text not null,
      subject_id text not null,
      version integer,
      data jsonb
    );
    create index feed_by_age on feed using brin (at);

    create table relay (
      singleton boolean primary key default true check (singleton),
      position bigint not null default 0,
      emitted bigint not null default 0,
      check (emitted <= position)
    ) with (fillfactor = 50);
    insert into relay default values;

    create table leases (
      name text primary key,
      holder text not null,
      epoch bigint not null,
      until timestamptz not null
    ) with (fillfactor = 50);
    comment on table leases is 'Who may act for a city; by the database''s own clock, never the application''s.';

    create table clock (
      singleton boolean primary key default true check (singleton),
      offset_milliseconds bigint not null default 0
    );
    insert into clock default values;

    create table policies (
      hash text primary key,
      version text not null,
      body jsonb not null,
      effective_at bigint not null,
      created_at bigint not null,
      created_by uuid
    );
    create index policies_by_effect on policies (effective_at);

    create table audit_log (
      id bigint primary key generated always as identity,
      at bigint not null,
      actor_id uuid,
      actor_role text not null,
      action text not null,
      subject_kind text not null,
      subject_id text not null,
      reason text,
      data jsonb not null default '{}'
    );
    create index audit_log_of_subject on audit_log (subject_kind, subject_id);
    create trigger audit_log_append_only before update or delete on audit_log for each row execute function refuse_change();
    create trigger audit_log_no_truncate before truncate on audit_log for each statement execute function refuse_change();

    create table notifications (
      id uuid primary key default uuidv7(),
      user_id uuid not null,
      kind text not null,
      order_id uuid,
      data jsonb not null,
      at bigint not null,
      read_at bigint
    );
    create index notifications_of_user on notifications (user_id, id);
    create index notifications_unread on notifications (user_id) where read_at is null;

    create table socket_io_attachments (
      id bigserial unique,
      created_at timestamptz default now(),
      payload bytea
    );
  `)
    .execute(db);
}

/** What keeps the machine running: idempotency, the live feed, leases, the audit log, notifications, policies, the clock. */
export const operations: Migration = { up };
