import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table statement_lines (
      provider text not null,
      line_id text not null,
      day text not null,
      kind text not null check (kind in ('capture', 'refund', 'payout')),
      object_id text not null,
      reference text not null,
      row_id text not null,
      fen bigint not null,
      at bigint not null,
      primary key (provider, line_id)
    );
    create index statement_lines_of_day on statement_lines (provider, day);
    create index statement_lines_of_object on statement_lines (provider, object_id);
    create index statement_lines_of_reference on statement_lines (provider, reference);
    create trigger statement_lines_append_only before update or delete on statement_lines for each row execute function refuse_change();
    comment on table statement_lines is 'The payment providers'' own books, as they gave them. row_id: the id our row of a capture nobody awaited would have.';

    create table statement_days (
      provider text not null,
      day text not null,
      complete boolean not null,
      lines integer not null,
      read_at bigint not null,
      primary key (provider, day)
    );

    create table reconciliations (
      id bigint primary key generated always as identity,
      provider text not null,
      day text not null,
      at bigint not null,
      by_id uuid,
      complete boolean not null,
      lines integer not null,
      matched integer not null,
      differing integer not null,
      totals jsonb not null,
      differences jsonb not null
    );
    create index reconciliations_of_day on reconciliations (provider, day, id);
    create trigger reconciliations_append_only before update or delete on reconciliations for each row execute function refuse_change();
    comment on table reconciliations is 'Each comparison of a day, with what differed: nothing is ever put right silently.';
    `)
    .execute(db);
}

/** The providers' statements, line by line, and what each comparison with the ledger found. */
export const reconciliation: Migration = { up };
