import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * That a journal key is posted once for ever was kept by a unique index over the whole text: the largest index of the ledger,
 * 75 bytes an entry. An exclusion by hash keeps the same promise (rows with the same hash are compared by their text)
 * in half the room, and finds an entry by its key as before.
 */
async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table journal_entries
      drop constraint journal_entries_key_key,
      add constraint journal_entries_once exclude using hash (key with =);

    -- Posts one entry between accounts known by id. Returns its id, or null when its key was posted before.
    create or replace function post_transfers(p_key text, p_reason text, p_at bigint, p_order uuid, p_from bigint[], p_to bigint[], p_fen bigint[])
    returns bigint language plpgsql as $$
    declare
      v_entry bigint;
      v_account bigint;
      v_delta bigint;
      v_done boolean;
    begin
      insert into journal_entries (at, order_id, reason, key) values (p_at, p_order, p_reason, p_key)
        on conflict on constraint journal_entries_once do nothing returning id into v_entry;
      if v_entry is null then return null; end if;

      if cardinality(p_fen) = 1 then
        insert into transfers (entry_id, from_id, to_id, fen, line) values (v_entry, p_from[1], p_to[1], p_fen[1], 1);
        if p_from[1] < p_to[1] then
          if p_from[1] >= 1000 then v_done := add_to_balance(p_from[1], -p_fen[1]); end if;
          if p_to[1] >= 1000 then v_done := add_to_balance(p_to[1], p_fen[1]); end if;
        else
          if p_to[1] >= 1000 then v_done := add_to_balance(p_to[1], p_fen[1]); end if;
          if p_from[1] >= 1000 then v_done := add_to_balance(p_from[1], -p_fen[1]); end if;
        end if;
        return v_entry;
      end if;

      insert into transfers (entry_id, from_id, to_id, fen, line)
        select v_entry, t.from_id, t.to_id, t.fen, t.line
        from unnest(p_from, p_to, p_fen) with ordinality as t (from_id, to_id, fen, line);
      for v_account, v_delta in
        select account, sum(delta)::bigint
        from (
          select from_id as account, -fen as delta from unnest(p_from, p_fen) as t (from_id, fen)
          union all
          select to_id, fen from unnest(p_to, p_fen) as t (to_id, fen)
        ) as moves
        where account >= 1000 group by account having sum(delta) <> 0 order by account
      loop
        v_done := add_to_balance(v_account, v_delta);
      end loop;
      return v_entry;
    end $$;

    -- Posts many entries of one transfer each, in one go: all balances are locked in order, then changed by one update.
    -- Keys posted before are left out. Returns how many were posted.
    create or replace function post_batch(p_keys text[], p_reason text, p_at bigint, p_from bigint[], p_to bigint[], p_fen bigint[])
    returns integer language plpgsql as $$
    declare
      v_posted integer;
      v_changed integer;
      v_accounts bigint[];
      v_deltas bigint[];
    begin
      with entered as (
        insert into journal_entries (at, reason, key) select p_at, p_reason, key from unnest(p_keys) as k (key)
        on conflict on constraint journal_entries_once do nothing returning id, key
      ), moved as (
        insert into transfers (entry_id, from_id, to_id, fen, line)
        select e.id, t.from_id, t.to_id, t.fen, 1
        from unnest(p_keys, p_from, p_to, p_fen) as t (key, from_id, to_id, fen) join entered e on e.key = t.key
        returning from_id, to_id, fen
      ), deltas as (
        select account, sum(delta)::bigint as delta
        from (select from_id as account, -fen as delta from moved union all select to_id, fen from moved) as moves
        where account >= 1000 group by account having sum(delta) <> 0
      )
      select (select count(*) from entered), array_agg(account), array_agg(delta) into v_posted, v_accounts, v_deltas from deltas;

      perform 1 from balances where account_id = any (v_accounts) order by account_id for no key update;
      update balances as b set fen = b.fen + d.delta from unnest(v_accounts, v_deltas) as d (account, delta) where b.account_id = d.account;
      get diagnostics v_changed = row_count;
      if v_changed <> coalesce(cardinality(v_accounts), 0) then
        raise exception 'an account of the batch keeps no balance' using errcode = '23503';
      end if;
      return v_posted;
    end $$;
  `)
    .execute(db);
}

/** The same ledger in an eighth less room. */
export const journalKeys: Migration = { up };
