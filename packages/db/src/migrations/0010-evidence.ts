import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create table evidence_texts (
      id uuid primary key,
      order_id uuid not null,
      author_id uuid not null references users (id),
      text_cipher bytea not null,
      created_at bigint not null
    );
    comment on table evidence_texts is
      'The words of evidence, sealed under their author''s key; the order''s events hold their commitments. A row that no event names was never brought forward.';
    create index evidence_texts_of_order on evidence_texts (order_id, created_at);
    create trigger evidence_texts_append_only before update or delete on evidence_texts for each row execute function refuse_change();
    create trigger evidence_texts_no_truncate before truncate on evidence_texts for each statement execute function refuse_change();
    create index orders_disputed on orders (since) where state = 'disputed';
    `)
    .execute(db);
}

/** The words both sides bring forward in a dispute, beside the chain that holds their commitments. */
export const evidence: Migration = { up };
