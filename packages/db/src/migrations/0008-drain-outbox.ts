import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

// Runs after every write of every process: one call instead of two statements, and its plans are kept.
async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create function drain_outbox(most integer) returns setof feed language plpgsql as $function$
    begin
      perform from relay for update;
      return query
        with taken as (
          delete from outbox where id in (select id from outbox order by id limit most) returning *
        ), numbered as (
          select (select relay.position from relay) + row_number() over (order by taken.id) as place, taken.* from taken
        ), moved as (
          insert into feed (position, at, rooms, kind, subject_id, version, data)
          select n.place, n.at, n.rooms, n.kind, n.subject_id, n.version, n.data from numbered n
          returning feed.*
        ), counted as (
          update relay set position = relay.position + (select count(*) from numbered) where exists (select from numbered)
        )
        select * from moved order by moved.position;
    end $function$;
    comment on function drain_outbox(integer) is 'Moves what waits to the feed under the lock of the relay row, each row with the next position.';
    `)
    .execute(db);
}

/** The relay's one statement. */
export const drainOutbox: Migration = { up };
