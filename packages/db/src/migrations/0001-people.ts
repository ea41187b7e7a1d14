import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create extension if not exists btree_gist;

    create table users (
      id uuid primary key default uuidv7(),
      pseudonym uuid not null unique default gen_random_uuid(),
      display_name text not null default '',
      salutation text not null default 'none' check (salutation in ('ms', 'mr', 'none')),
      locale text not null default 'zh-CN',
      city_id text not null,
      avatar_photo_id uuid,
      phone_cipher bytea,
      phone_hash bytea unique,
      is_customer boolean not null default false,
      is_worker boolean not null default false,
      admin_roles text[] not null default '{}',
      status text not null default 'active' check (status in ('active', 'suspended', 'erased')),
      created_at bigint not null
    );
    comment on column users.pseudonym is 'Stands for the person wherever a record outlives an erasure.';
    comment on column users.phone_hash is 'Keyed hash: one account per phone, without the phone.';

    create table person_keys (
      user_id uuid primary key references users (id),
      wrapped_key bytea,
      created_at bigint not null,
      destroyed_at bigint,
      check ((wrapped_key is null) = (destroyed_at is not null))
    );
    comment on table person_keys is 'One data key per person, wrapped by the master key; destroying it erases what it encrypts.';

    create table sessions (
      id uuid primary key default uuidv7(),
      token_hash bytea not null unique,
      user_id uuid not null references users (id),
      app text not null check (app in ('customer', 'worker', 'admin')),
      device_name text not null default '',
      created_at bigint not null,
      last_seen_at bigint not null,
      expires_at bigint not null,
      revoked_at bigint
    );
    create index sessions_of_user on sessions (user_id) where revoked_at is null;

    create table phone_codes (
      id uuid primary key default uuidv7(),
      phone_hash bytea not null,
      code_hash bytea not null,
      created_at bigint not null,
      expires_at bigint not null,
      tries integer not null default 0,
      used_at bigint
    );
    create index phone_codes_of_phone on phone_codes (phone_hash, created_at);

    create table passwords (
      user_id uuid primary key references users (id),
      hash text not null,
      changed_at bigint not null
    );

    create table second_factors (
      user_id uuid primary key references users (id),
      secret_cipher bytea not null,
      confirmed_at bigint,
      last_step bigint
    );

    create table rate_limits (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    );

    create table workers (
      id uuid primary key references users (id),
      city_id text not null,
      kind text not null default 'individual' check (kind in ('individual', 'team')),
      crew_size integer not null default 1 check (crew_size between 1 and 50),
      introduction text not null default '',
      verified boolean not null default false,
      online boolean not null default false,
      online_since bigint,
      offline_reason text,
      paused_until bigint,
      travel_mode text not null default 'ebike' check (travel_mode in ('ebike', 'car', 'transit')),
      radius_km integer not null default 5 check (radius_km between 1 and 50),
      night_first_visits boolean not null default false,
      tags text[] not null default '{}',
      home_lat double precision,
      home_lng double precision,
      calendar_version integer not null default 0,
      missed_in_a_row integer not null default 0,
      completed_orders integer not null default 0,
      profile_percent integer not null default 0 check (profile_percent between 0 and 100),
      created_at bigint not null
    ) with (fillfactor = 70);
    create index workers_online on workers (city_id) where online;

    create table worker_positions (
      worker_id uuid primary key,
      city_id text not null,
      lat double precision not null,
      lng double precision not null,
      at bigint not null
    ) with (fillfactor = 50);
    comment on table worker_positions is 'Beside workers, so that a position every ten seconds never waits for an accept.';

    create table worker_statistics (
      worker_id uuid primary key references workers (id),
      online_minutes integer not null default 0,
      available_minutes integer not null default 0,
      answered_within_five_minutes integer not null default 0,
      asked integer not null default 0,
      income_per_available_hour_fen bigint,
      computed_at bigint not null
    );

    create table standings (
      worker_id uuid primary key references workers (id),
      standing integer not null,
      level integer not null check (level between 1 and 5),
      parts jsonb not null,
      below_since bigint,
      computed_at bigint not null
    );

    create table pairs (
      worker_id uuid not null,
      customer_id uuid not null,
      completed integer not null default 0,
      last_stars integer,
      last_completed_at bigint,
      primary key (customer_id, worker_id)
    );
    create index pairs_of_worker on pairs (worker_id);

    create table customer_statistics (
      customer_id uuid primary key references users (id),
      completed_orders integer not null default 0,
      cancelled_orders integer not null default 0,
      cancelled_after_arrival integer not null default 0,
      disputes_lost integer not null default 0,
      no_shows integer not null default 0
    );

    create table qualifications (
      worker_id uuid not null references workers (id),
      category_id text not null,
      certified boolean not null default false,
      proof_of_work boolean not null default false,
      valid_until bigint,
      document_photo_id uuid,
      updated_at bigint not null,
      primary key (worker_id, category_id)
    );

    create table worker_hours (
      worker_id uuid not null references workers (id),
      weekday smallint not null check (weekday between 1 and 7),
      from_minute smallint not null check (from_minute between 0 and 1439),
      to_minute smallint not null check (to_minute between 1 and 1440),
      primary key (worker_id, weekday, from_minute),
      check (from_minute < to_minute)
    );

    create table rest_blocks (
      id uuid primary key default uuidv7(),
      worker_id uuid not null references workers (id),
      from_at bigint not null,
      to_at bigint not null,
      reason text not null default '',
      check (from_at < to_at)
    );
    create index rest_blocks_of_worker on rest_blocks (worker_id, to_at);

    create table crew_members (
      id uuid primary key default uuidv7(),
      team_id uuid not null references workers (id),
      name_cipher bytea not null,
      active boolean not null default true,
      created_at bigint not null
    );
    create index crew_members_of_team on crew_members (team_id);

    create table blocks (
      blocker_id uuid not null references users (id),
      blocked_id uuid not null references users (id),
      created_at bigint not null,
      primary key (blocker_id, blocked_id)
    );
    create index blocks_of_blocked on blocks (blocked_id);

    create table favourites (
      customer_id uuid not null references users (id),
      worker_id uuid not null references workers (id),
      created_at bigint not null,
      primary key (customer_id, worker_id)
    );

    create table saved_addresses (
      id uuid primary key,
      customer_id uuid not null references users (id),
      city_id text not null,
      label text not null default '',
      cipher bytea not null,
      saved_at bigint not null
    );
    create index saved_addresses_of_customer on saved_addresses (customer_id, saved_at);

    create table verifications (
      id uuid primary key default uuidv7(),
      worker_id uuid not null references workers (id),
      state text not null check (state in ('pending', 'verified', 'refused', 'withdrawn')),
      real_name_cipher bytea not null,
      id_number_cipher bytea not null,
      id_number_hash bytea not null,
      photo_ids uuid[] not null default '{}',
      submitted_at bigint not null,
      due_at bigint not null,
      decided_at bigint,
      decided_by text,
      refused_field text,
      refused_reason text
    );
    create unique index verifications_one_person on verifications (id_number_hash) where state in ('pending', 'verified');
    create unique index verifications_one_open on verifications (worker_id) where state = 'pending';
    create index verifications_of_worker on verifications (worker_id, submitted_at);

    create table payout_accounts (
      id uuid primary key default uuidv7(),
      worker_id uuid not null references workers (id),
      kind text not null check (kind in ('bank_card', 'e_wallet')),
      institution text not null default '',
      holder_cipher bytea not null,
      number_cipher bytea not null,
      number_hash bytea not null,
      masked text not null,
      created_at bigint not null,
      removed_at bigint
    );
    create unique index payout_accounts_once on payout_accounts (worker_id, number_hash) where removed_at is null;

    create table push_subscriptions (
      id uuid primary key default uuidv7(),
      user_id uuid not null references users (id),
      endpoint text not null unique,
      keys jsonb not null,
      created_at bigint not null
    );
    create index push_subscriptions_of_user on push_subscriptions (user_id);
  `)
    .execute(db);
}

/** Persons, their access, workers and what is known of them. Instants are epoch milliseconds of the application's clock. */
export const people: Migration = { up };
