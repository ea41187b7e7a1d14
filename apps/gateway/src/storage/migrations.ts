/**
 * The gateway's tables, forward only: append, never edit one that was released. Money is integer fen; what must never
 * be true is refused by the database as well.
 */
export const migrations: readonly string[] = [
  `
  create table merchants (
    id text primary key,
    name text not null,
    secret text not null,
    webhook_url text not null,
    behaviour jsonb not null default '{}'
  );

  create table nonces (
    merchant_id text not null references merchants,
    nonce text not null,
    used_at timestamptz not null default now(),
    primary key (merchant_id, nonce)
  );
  create index nonces_by_age on nonces (used_at);

  create table answers (
    merchant_id text not null references merchants,
    idempotency_key text not null,
    fingerprint text not null,
    status integer not null,
    body jsonb,
    created_at timestamptz not null default now(),
    primary key (merchant_id, idempotency_key)
  );

  create table checkouts (
    id text primary key,
    merchant_id text not null references merchants,
    reference text not null,
    amount_fen bigint not null check (amount_fen > 0),
    currency text not null check (currency = 'CNY'),
    description text not null,
    return_url text not null,
    state text not null default 'open' check (state in ('open', 'processing', 'paid', 'cancelled', 'expired')),
    last_failure text,
    scenario jsonb not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now()
  );
  create index checkouts_by_reference on checkouts (merchant_id, reference);
  create unique index checkouts_one_alive on checkouts (merchant_id, reference) where state in ('open', 'processing', 'paid');
  create index checkouts_to_expire on checkouts (expires_at) where state = 'open';

  create table payments (
    id text primary key,
    merchant_id text not null references merchants,
    checkout_id text not null references checkouts,
    method text not null check (method in ('wallet', 'bank_card')),
    captured_fen bigint not null default 0 check (captured_fen >= 0),
    refunded_fen bigint not null default 0 check (refunded_fen between 0 and captured_fen),
    state text not null check (state in ('processing', 'captured', 'failed')),
    failure text,
    scenario jsonb not null,
    settles_at timestamptz not null,
    created_at timestamptz not null default now(),
    settled_at timestamptz
  );
  create index payments_of_checkout on payments (checkout_id);
  create index payments_to_settle on payments (settles_at) where state = 'processing';

  create table refunds (
    id text primary key,
    merchant_id text not null references merchants,
    payment_id text not null references payments,
    reference text not null,
    amount_fen bigint not null check (amount_fen > 0),
    reason text not null,
    state text not null default 'pending' check (state in ('pending', 'succeeded', 'failed')),
    failure text,
    scenario jsonb not null,
    settles_at timestamptz not null,
    created_at timestamptz not null default now(),
    settled_at timestamptz,
    unique (merchant_id, reference)
  );
  create index refunds_to_settle on refunds (settles_at) where state = 'pending';

  create table payees (
    id text primary key,
    merchant_id text not null references merchants,
    kind text not null check (kind in ('bank_card', 'wallet')),
    account_hash text not null,
    masked text not null,
    test_account text,
    created_at timestamptz not null default now(),
    unique (merchant_id, kind, account_hash)
  );

  create table payouts (
    id text primary key,
    merchant_id text not null references merchants,
    payee_id text not null references payees,
    reference text not null,
    amount_fen bigint not null check (amount_fen > 0),
    state text not null default 'pending' check (state in ('pending', 'succeeded', 'failed')),
    failure text,
    scenario jsonb not null,
    settles_at timestamptz not null,
    created_at timestamptz not null default now(),
    settled_at timestamptz,
    unique (merchant_id, reference)
  );
  create index payouts_to_settle on payouts (settles_at) where state = 'pending';
  create index payouts_of_payee on payouts (payee_id);

  create table movements (
    id bigint generated always as identity primary key,
    merchant_id text not null references merchants,
    kind text not null check (kind in ('capture', 'refund', 'payout')),
    object_id text not null unique,
    payment_id text,
    reference text not null,
    fen bigint not null check (case kind when 'capture' then fen > 0 else fen < 0 end),
    at timestamptz not null default now()
  );
  create index movements_by_day on movements (merchant_id, at, id);

  create table events (
    id text primary key,
    merchant_id text not null references merchants,
    type text not null,
    body text not null,
    written_in xid8 not null default pg_current_xact_id(),
    created_at timestamptz not null default clock_timestamp()
  );
  create index events_in_order on events (merchant_id, written_in, created_at, id);

  create table deliveries (
    id bigint generated always as identity primary key,
    event_id text not null references events,
    due_at timestamptz not null,
    attempts integer not null default 0,
    lose_attempts integer not null default 0,
    delivered_at timestamptz,
    abandoned_at timestamptz,
    last_result text
  );
  create index deliveries_due on deliveries (due_at) where delivered_at is null and abandoned_at is null;
  create index deliveries_of_event on deliveries (event_id);
  `,
];
