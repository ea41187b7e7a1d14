import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table work_cases (
      order_id uuid primary key,
      worker_id uuid not null references users (id),
      customer_id uuid not null references users (id),
      category_id text not null,
      minutes integer not null check (minutes >= 0),
      before_photo_id uuid not null references photos (id),
      after_photo_id uuid not null references photos (id),
      agreed_at bigint not null,
      withdrawn_at bigint
    );
    comment on table work_cases is
      'Pairs of photos a customer lets a worker''s page show. A row that is withdrawn shows nothing; it keeps that there was an agreement.';
    create index work_cases_shown on work_cases (worker_id, agreed_at) where withdrawn_at is null;
    create index work_cases_before on work_cases (before_photo_id) where withdrawn_at is null;
    create index work_cases_after on work_cases (after_photo_id) where withdrawn_at is null;
    `)
    .execute(db);
}

/** Before and after on a worker's page, by the customer's consent. */
export const workCases: Migration = { up };
