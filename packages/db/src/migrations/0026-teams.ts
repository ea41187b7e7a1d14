import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    -- Members are workers of their own: the table of names never held a row.
    drop table crew_members;

    create table team_members (
      id uuid primary key default uuidv7(),
      team_id uuid not null references workers (id),
      member_id uuid not null references workers (id),
      joined_at bigint not null,
      left_at bigint,
      check (team_id <> member_id)
    );
    create unique index team_members_one_team on team_members (member_id) where left_at is null;
    create index team_members_of_team on team_members (team_id, joined_at) where left_at is null;
    comment on table team_members is 'Workers a team may send to its orders; one team at a time. A row that was left stays.';

    create table team_codes (
      team_id uuid primary key references workers (id),
      code text not null constraint team_codes_by_code unique,
      created_at bigint not null,
      expires_at bigint not null
    );
    comment on table team_codes is 'What a team shows those who are to join it: kept as it is, so that it can be shown again while it lasts.';
    `)
    .execute(db);
}

/** Teams with members, who join by a code. */
export const teams: Migration = { up };
