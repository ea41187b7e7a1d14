import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

// A number that several workers had bound stays with the one who bound it first.
async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table payout_holds (
      id uuid primary key default uuidv7(),
      worker_id uuid not null references workers (id),
      reason text not null check (reason <> ''),
      held_by uuid not null,
      held_at bigint not null,
      lifted_by uuid,
      lifted_reason text,
      lifted_at bigint,
      check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null))
    );
    create unique index payout_holds_one on payout_holds (worker_id) where lifted_at is null;
    create index payout_holds_of_worker on payout_holds (worker_id, held_at);

    create index intents_of_withdrawal on intents (withdrawal_id) where withdrawal_id is not null;

    update payout_accounts later set removed_at = later.created_at
    from payout_accounts earlier
    where later.removed_at is null and earlier.removed_at is null and later.number_hash = earlier.number_hash
      and (earlier.created_at, earlier.id) < (later.created_at, later.id);
    create unique index payout_accounts_one_owner on payout_accounts (number_hash) where removed_at is null;
    drop index payout_accounts_once;
    `)
    .execute(db);
}

/** An admin's hold on a worker's payouts, with its reason and its end; and one owner for each payout account. */
export const payoutHolds: Migration = { up };
