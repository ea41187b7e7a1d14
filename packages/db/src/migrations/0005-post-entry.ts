import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create function ensure_account(p_name text) returns bigint language plpgsql as $$
    declare
      v_id bigint;
    begin
      select id into v_id from accounts where name = p_name;
      if found then return v_id; end if;
      if p_name like 'escrow:%' or p_name like 'worker:%' then
        insert into accounts (name) values (p_name) on conflict (name) do nothing returning id into v_id;
        if v_id is not null then
          insert into balances (account_id) values (v_id);
        end if;
      else
        insert into accounts (id, name) values (nextval('platform_account_ids'), p_name) on conflict (name) do nothing returning id into v_id;
      end if;
      if v_id is null then
        select id into v_id from accounts where name = p_name;
      end if;
      return v_id;
    end $$;

    -- The numbers of accounts, in the order of the names. New ones are made in the order of names everywhere, so that two
    -- transactions that make the same ones never wait for each other.
    create function account_ids(p_names text[]) returns bigint[] language plpgsql as $$
    declare
      v_ids bigint[];
      v_id bigint;
      v_name text;
    begin
      for attempt in 1 .. 2 loop
        select array_agg(a.id order by t.place) into v_ids from unnest(p_names) with ordinality as t (name, place) left join accounts a on a.name = t.name;
        if array_position(v_ids, null) is null then return v_ids; end if;
        for v_name in select distinct name collate "C" from unnest(p_names) as t (name) order by 1 loop
          v_id := ensure_account(v_name);
        end loop;
      end loop;
      return v_ids;
    end $$;

    -- Adds to a kept balance; the row lock it takes is held to the end of the transaction.
    create function add_to_balance(p_account bigint, p_delta bigint) returns boolean language plpgsql as $$
    begin
      update balances set fen = fen + p_delta where account_id = p_account and fen + p_delta >= 0;
      if not found then
        raise exception 'balance too low' using errcode = 'LG001', detail = coalesce((select name from accounts where id = p_account), p_account::text);
      end if;
      return true;
    end $$;

    -- What an account holds, added up from its transfers.
    create function account_sum(p_account bigint) returns bigint language sql stable as $$
      select (coalesce((select sum(fen) from transfers where to_id = p_account), 0)
        - coalesce((select sum(fen) from transfers where from_id = p_account), 0))::bigint
    $$;

    -- Posts one entry between accounts known by id. Returns its id, or null when its key was posted before.
    create function post_transfers(p_key text, p_reason text, p_at bigint, p_order uuid, p_from bigint[], p_to bigint[], p_fen bigint[])
    returns bigint language plpgsql as $$
    declare
      v_entry bigint;
      v_account bigint;
      v_delta bigint;
      v_done boolean;
    begin
      insert into journal_entries (at, order_id, reason, key) values (p_at, p_order, p_reason, p_key)
        on conflict (key) do nothing returning id into v_entry;
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

    -- Posts one entry between accounts known by name, making those that are new.
    create function post_entry(p_key text, p_reason text, p_at bigint, p_order uuid, p_from text[], p_to text[], p_fen bigint[])
    returns bigint language plpgsql as $$
    declare
      v_lines integer := cardinality(p_fen);
      v_ids bigint[];
    begin
      if v_lines is distinct from cardinality(p_from) or v_lines is distinct from cardinality(p_to) or v_lines = 0 then
        raise exception 'an entry needs as many payers and payees as amounts' using errcode = '22023';
      end if;
      v_ids := account_ids(p_from || p_to);
      return post_transfers(p_key, p_reason, p_at, p_order, v_ids[:v_lines], v_ids[v_lines + 1:], p_fen);
    end $$;

    -- Posts many entries of one transfer each, in one go: all balances are locked in order, then changed by one update.
    -- Keys posted before are left out. Returns how many were posted.
    create function post_batch(p_keys text[], p_reason text, p_at bigint, p_from bigint[], p_to bigint[], p_fen bigint[])
    returns integer language plpgsql as $$
    declare
      v_posted integer;
      v_changed integer;
      v_accounts bigint[];
      v_deltas bigint[];
    begin
      with entered as (
        insert into journal_entries (at, reason, key) select p_at, p_reason, key from unnest(p_keys) as k (key)
        on conflict (key) do nothing returning id, key
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

/**
 * The only ways into the ledger. Error codes of our own: LG001 a balance is too low (detail: the account's name),
 * LG009 an append-only table was to be changed.
 */
export const postEntry: Migration = { up };
