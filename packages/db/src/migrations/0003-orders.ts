import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table orders (
      city_id text not null,
      id uuid not null unique,
      version integer not null check (version > 0),
      state text not null check (state in (
        'draft', 'quoting', 'awaiting_payment', 'matching', 'accepted', 'en_route', 'arrived', 'in_service', 'paused',
        'awaiting_confirmation', 'disputed', 'completed', 'resolved', 'cancelled', 'expired')),
      customer_id uuid not null,
      worker_id uuid,
      category_id text not null,
      mode text not null,
      starts_at bigint,
      since bigint not null,
      created_at bigint not null,
      ended_at bigint,
      rate_fen_per_hour bigint not null,
      head_hash bytea not null,
      body jsonb not null,
      primary key (city_id, id)
    ) with (fillfactor = 50, toast_tuple_target = 8160);
    -- A body of two to four kilobytes stays in its row, uncompressed: each step rewrites it (measured: half the time).
    comment on column orders.body is 'The order itself; the columns beside it are copies to find it by.';
    create index orders_of_customer on orders (customer_id, id);
    create index orders_of_worker on orders (worker_id, id) where worker_id is not null;
    create index orders_open on orders (city_id, category_id) where ended_at is null;
    create index orders_ended on orders (city_id, category_id, ended_at) where ended_at is not null;

    create table order_places (
      order_id uuid primary key,
      city_id text not null,
      lat double precision,
      lng double precision,
      address_cipher bytea,
      erased_at bigint
    );
    create index order_places_by_position on order_places (lat, lng);
    comment on table order_places is 'The exact place, beside the record, so that it can be erased without touching the chain.';

    create table order_events (
      city_id text not null,
      order_id uuid not null,
      version integer not null,
      at bigint not null,
      prev_hash bytea not null check (length(prev_hash) = 32),
      hash bytea not null check (length(hash) = 32),
      body jsonb not null,
      primary key (order_id, version)
    );
    create trigger order_events_append_only before update or delete on order_events for each row execute function refuse_change();
    create trigger order_events_no_truncate before truncate on order_events for each statement execute function refuse_change();

    create table assignments (
      id uuid primary key,
      city_id text not null,
      order_id uuid not null,
      worker_id uuid not null,
      crew uuid[] not null default '{}',
      accepted_at bigint not null,
      ended_at bigint
    );
    create unique index assignments_one_active on assignments (order_id) where ended_at is null;
    create index assignments_of_worker on assignments (worker_id, accepted_at);

    create table commitments (
      worker_id uuid not null,
      order_id uuid not null,
      during int8range not null check (not isempty(during)),
      constraint commitments_never_overlap exclude using gist (worker_id with =, during with &&, order_id with <>)
    );
    comment on table commitments is 'One row per worker or crew member and interval, in epoch milliseconds, the fixed buffer included at its end.';
    create index commitments_of_order on commitments (order_id);

    create table worked (
      order_id uuid not null,
      worker_id uuid not null,
      from_at bigint not null,
      to_at bigint not null,
      primary key (order_id, worker_id)
    );
    comment on table worked is 'Finished work with the times it really took: the guards of rest count it.';
    create index worked_of_worker on worked (worker_id, to_at);

    create table deadlines (
      order_id uuid primary key,
      city_id text not null,
      due_at bigint not null,
      what text not null
    );
    create index deadlines_due on deadlines (due_at);

    create table matching (
      order_id uuid primary key,
      city_id text not null,
      since bigint not null,
      round integer not null,
      wave integer not null default 0,
      wave_since bigint not null
    );
    create index matching_of_city on matching (city_id, since);
    comment on table matching is 'Orders that wait for a worker, with the wave their offers have reached.';

    create table offers (
      id uuid primary key default uuidv7(),
      city_id text not null,
      order_id uuid not null,
      worker_id uuid not null,
      kind text not null check (kind in ('wave', 'regular', 'direct', 'hall')),
      round integer not null,
      wave integer not null default 0,
      live boolean not null,
      state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'timed_out', 'void')),
      void_reason text,
      score integer,
      rank integer,
      details jsonb not null default '{}',
      created_at bigint not null,
      expires_at bigint not null,
      decided_at bigint
    );
    create unique index offers_once_a_round on offers (order_id, worker_id, round) where kind <> 'hall';
    create unique index offers_one_live on offers (worker_id) where state = 'open' and live;
    create unique index offers_one_future on offers (worker_id) where state = 'open' and not live and kind = 'wave';
    create index offers_of_order on offers (order_id);
    create index offers_open_of_worker on offers (worker_id) where state = 'open';
    create index offers_due on offers (expires_at) where state = 'open';
    create index offers_open_of_city on offers (city_id) where state = 'open';
    create index offers_recent_of_city on offers (city_id, created_at);

    create table quotes (
      id uuid primary key,
      city_id text not null,
      order_id uuid not null,
      worker_id uuid not null,
      state text not null,
      version integer not null default 1,
      rate_fen_per_hour bigint not null check (rate_fen_per_hour > 0),
      body jsonb not null,
      created_at bigint not null,
      updated_at bigint not null
    );
    create unique index quotes_one_open on quotes (order_id, worker_id) where state in ('open', 'countered', 'agreed');
    create index quotes_of_worker on quotes (worker_id, created_at);

    create table dispatch_rounds (
      id bigint primary key generated always as identity,
      city_id text not null,
      at bigint not null,
      policy_version text not null,
      policy_hash text not null,
      orders integer not null,
      workers integer not null,
      offers integer not null,
      microseconds integer not null,
      decisions_hash bytea,
      inputs bytea
    );
    create index dispatch_rounds_of_city on dispatch_rounds (city_id, at);

    create table receipts (
      city_id text not null,
      order_id uuid not null,
      worker_id uuid not null,
      round_id bigint not null,
      at bigint not null,
      result text not null check (result in ('offered', 'passed', 'excluded')),
      code text,
      score smallint,
      rank integer,
      parts smallint[],
      detail jsonb,
      primary key (order_id, worker_id, round_id)
    );
    create index receipts_of_worker on receipts (worker_id, at);

    create table review_windows (
      order_id uuid not null,
      worker_id uuid not null,
      customer_id uuid not null,
      opens_at bigint not null,
      closes_at bigint not null,
      published_at bigint,
      primary key (order_id, worker_id)
    );
    create index review_windows_closing on review_windows (closes_at) where published_at is null;

    create table reviews (
      id uuid primary key default uuidv7(),
      order_id uuid not null,
      author_id uuid not null,
      subject_id uuid not null,
      author_role text not null check (author_role in ('customer', 'worker')),
      category_id text not null,
      anonymous boolean not null default false,
      stars smallint not null check (stars between 1 and 5),
      tags text[] not null default '{}',
      text text not null default '',
      photo_ids uuid[] not null default '{}',
      created_at bigint not null,
      published_at bigint,
      amended_at bigint,
      reply text,
      replied_at bigint,
      excluded_at bigint,
      flagged text,
      unique (order_id, author_id, subject_id)
    );
    create index reviews_of_subject on reviews (subject_id, created_at);

    create table reliability_events (
      id bigint primary key generated always as identity,
      worker_id uuid not null,
      order_id uuid not null,
      version integer not null,
      event text not null,
      fault boolean not null,
      at bigint not null,
      excused_at bigint,
      excused_reason text,
      unique (order_id, version, worker_id, event)
    );
    create index reliability_events_of_worker on reliability_events (worker_id, at);

    create table customer_events (
      id bigint primary key generated always as identity,
      customer_id uuid not null,
      order_id uuid not null,
      version integer not null,
      event text not null,
      at bigint not null,
      unique (order_id, version, event)
    );
    create index customer_events_of_customer on customer_events (customer_id, at);

    create table photos (
      id uuid primary key,
      owner_id uuid not null references users (id),
      order_id uuid,
      purpose text not null,
      label text not null default '',
      state text not null check (state in ('uploading', 'kept', 'removed')),
      storage_key text not null,
      content_type text not null,
      bytes bigint not null check (bytes >= 0),
      width integer,
      height integer,
      sha256 bytea,
      taken_at bigint,
      taken_lat double precision,
      taken_lng double precision,
      created_at bigint not null
    );
    create index photos_of_owner on photos (owner_id, created_at);
    create index photos_of_order on photos (order_id) where order_id is not null;

    create table order_drafts (
      id uuid primary key,
      customer_id uuid not null references users (id),
      category_id text not null,
      step text not null,
      form jsonb not null,
      saved_at bigint not null
    );
    create index order_drafts_of_customer on order_drafts (customer_id, saved_at);

    create table messages (
      id uuid primary key default uuidv7(),
      order_id uuid not null,
      sender_id uuid not null,
      text text not null,
      flags text[] not null default '{}',
      withheld boolean not null default false,
      created_at bigint not null
    );
    create index messages_of_order on messages (order_id, id);
  `)
    .execute(db);
}

/** Orders with their events, assignments, calendars and deadlines; what dispatch offers; what follows an order. */
export const orders: Migration = { up };
