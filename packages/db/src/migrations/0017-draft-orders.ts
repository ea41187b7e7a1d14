import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * A draft has happened to nobody but its author: nothing is held, nobody else was told, nothing was signed. Its events alone
 * may be deleted, and only with the whole order; every other record stays append-only.
 */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create function refuse_event_change() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' and exists (select from orders where id = old.order_id and state = 'draft') then
        return old;
      end if;
      raise exception '% is append-only', tg_table_name using errcode = 'LG009';
    end $$;
    drop trigger order_events_append_only on order_events;
    create trigger order_events_append_only before update or delete on order_events
      for each row execute function refuse_event_change();

    create index orders_draft on orders (created_at) where state = 'draft';

    create function forget_draft_orders(before bigint, most integer) returns integer language plpgsql as $$
    declare
      old uuid[];
    begin
      select coalesce(array_agg(id), '{}') into old from (
        select id from orders where state = 'draft' and created_at < before
          and not exists (select from order_events where order_id = orders.id and at >= before)
        order by created_at limit most for update skip locked
      ) due;
      delete from order_events where order_id = any (old);
      delete from order_places where order_id = any (old);
      update photos set order_id = null where order_id = any (old);
      delete from orders where id = any (old);
      return cardinality(old);
    end $$;`)
    .execute(db);
}

export const draftOrders: Migration = { up };
