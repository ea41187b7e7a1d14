import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table claims (
      id uuid primary key,
      city_id text not null,
      order_id uuid not null,
      assignment_id uuid not null,
      claimant_id uuid not null references users (id),
      side text not null check (side in ('customer', 'worker')),
      state text not null check (state in ('draft', 'submitted', 'reviewing', 'approved', 'paid', 'refused', 'withdrawn')),
      version integer not null check (version > 0),
      asked_fen bigint not null constraint claim_asked_positive check (asked_fen > 0),
      approved_fen bigint check (approved_fen > 0 and approved_fen <= asked_fen),
      body jsonb not null,
      text_cipher bytea,
      payee_cipher bytea,
      payee_masked text,
      submitted_at bigint,
      created_at bigint not null,
      updated_at bigint not null,
      check ((state in ('approved', 'paid')) = (approved_fen is not null))
    );
    comment on table claims is
      'What a side of an insured assignment asks of the insurance; body is the claim machine''s own record. Words and account are sealed under the claimant''s key.';
    create unique index claims_one_open on claims (assignment_id, claimant_id) where state in ('draft', 'submitted', 'reviewing', 'approved');
    create index claims_of_order on claims (order_id, created_at);
    create index claims_of_assignment on claims (assignment_id);
    create index claims_waiting on claims (submitted_at, id) where state in ('submitted', 'reviewing', 'approved');
    create index claims_ended on claims (updated_at, id) where state in ('paid', 'refused');
    `)
    .execute(db);
}

/** Claims on the insurance of an assignment: one under way for each side. */
export const claims: Migration = { up };
