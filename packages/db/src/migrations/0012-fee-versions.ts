import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table fee_versions (
      id uuid primary key,
      number integer not null unique generated always as identity,
      plans jsonb not null,
      reason text not null,
      state text not null default 'draft' check (state in ('draft', 'scheduled', 'withdrawn')),
      created_at bigint not null,
      created_by uuid not null,
      changed_at bigint not null,
      effective_at bigint,
      scheduled_at bigint,
      scheduled_by uuid,
      scheduled_reason text,
      withdrawn_at bigint,
      withdrawn_by uuid,
      withdrawn_reason text,
      check (state <> 'scheduled' or (effective_at is not null and scheduled_by is not null and scheduled_reason is not null)),
      check (state <> 'withdrawn' or (withdrawn_by is not null and withdrawn_reason is not null))
    );
    create unique index fee_versions_one_at_a_time on fee_versions (effective_at) where state = 'scheduled';

    create function keep_fee_version() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.state = 'withdrawn'
        or (old.state = 'scheduled' and (new.state <> 'withdrawn' or new.plans <> old.plans or new.effective_at <> old.effective_at)) then
        raise exception 'a fee version is kept as it was scheduled' using errcode = 'LG009';
      end if;
      return new;
    end $$;
    create trigger fee_versions_kept before update or delete on fee_versions for each row execute function keep_fee_version();
    comment on table fee_versions is 'Fee plans on their way into force. The newest scheduled one whose effective_at has come is in force; scheduled ones may only be withdrawn.';
    `)
    .execute(db);
}

/** Fee plans as policy: drafts, what is scheduled, what was withdrawn (§4). */
export const feeVersions: Migration = { up };
