import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Nothing has ever been said: where a message stands, this step stops rather than lose it. */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    drop index messages_of_order;
    alter table messages
      alter column id drop default,
      add column worker_id uuid not null references users (id),
      add column number integer not null check (number > 0),
      add column side text not null check (side in ('customer', 'worker')),
      add column text_cipher bytea not null,
      add column text_commitment bytea not null check (length(text_commitment) = 32),
      add constraint messages_numbered unique (order_id, worker_id, number);
    alter table messages drop column text;
    alter table messages add foreign key (sender_id) references users (id);
    comment on table messages is
      'What the customer and the worker of an order wrote to each other, numbered without gaps in each conversation; the words are sealed under their author''s key, their commitment stays when that is destroyed. flags: what the chat guard found.';
    create trigger messages_append_only before update or delete on messages for each row execute function refuse_change();
    create trigger messages_no_truncate before truncate on messages for each statement execute function refuse_change();

    create table conversations (
      order_id uuid not null,
      worker_id uuid not null references users (id),
      customer_id uuid not null references users (id),
      city_id text not null,
      last_number integer not null default 0,
      last_at bigint not null,
      customer_read integer not null default 0,
      worker_read integer not null default 0,
      asked_at bigint,
      answered_at bigint,
      primary key (order_id, worker_id),
      check (customer_read between 0 and last_number),
      check (worker_read between 0 and last_number),
      check (answered_at is null or answered_at >= asked_at)
    );
    comment on table conversations is
      'One for each worker an order has had. asked_at: when the customer opened it; answered_at: when the worker first answered that.';
    create index conversations_of_worker on conversations (worker_id) where worker_read < last_number;
    create index conversations_of_customer on conversations (customer_id) where customer_read < last_number;
    create index conversations_asked on conversations (city_id, asked_at) where asked_at is not null;

    create table safety_cases (
      id uuid primary key,
      city_id text not null,
      order_id uuid not null,
      kind text not null check (kind in ('code_request')),
      subject_id uuid not null,
      person_id uuid not null references users (id),
      at bigint not null,
      closed_at bigint,
      closed_by uuid references users (id),
      note text,
      unique (kind, subject_id),
      check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (note is null))
    );
    comment on table safety_cases is 'What waits for somebody to look at people''s safety; code_request: a withheld message that asks for a verification code.';
    create index safety_cases_open on safety_cases (at) where closed_at is null;
    `)
    .execute(db);
}

/** What the two sides of an order say to each other, and what of it waits for a look. */
export const chat: Migration = { up };
