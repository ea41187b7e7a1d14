import type { Pool, PoolClient } from "pg";
import type { Accounts, Booker, Moves } from "./scenarios.ts";

/** Tables as anybody would make them first: transfers, and a balance for every account. No key, no checks, no append-only. */
export async function createBareTables(pool: Pool, { kept, commission }: Accounts): Promise<void> {
  await pool.query(`
    create table bare_transfers (
      id bigint primary key generated always as identity, at bigint not null, reason text not null, key text not null,
      from_id bigint not null, to_id bigint not null, fen bigint not null
    );
    create table bare_balances (account_id bigint primary key, fen bigint not null) with (fillfactor = 50);
  `);
  await pool.query("insert into bare_balances select unnest($1::bigint[]), 1000000000000", [[...kept, commission]]);
}

const insert = {
  name: "bare_insert",
  text: "insert into bare_transfers (at, reason, key, from_id, to_id, fen) values ($1, 'bench', $2, $3, $4, $5)",
};
const change = { name: "bare_change", text: "update bare_balances set fen = fen + $2 where account_id = $1" };
const insertMany = `insert into bare_transfers (at, reason, key, from_id, to_id, fen)
  select $1, 'bench', key, from_id, to_id, fen from unnest($2::text[], $3::bigint[], $4::bigint[], $5::bigint[]) as t (key, from_id, to_id, fen)`;
const lockMany = "select 1 from bare_balances where account_id = any ($1) order by account_id for no key update";
const changeMany = `update bare_balances b set fen = b.fen + d.fen
  from (select account_id, sum(fen) as fen from unnest($1::bigint[], $2::bigint[]) as t (account_id, fen) group by account_id) as d where b.account_id = d.account_id`;

/** One transaction on one connection: what is asked in it is sent statement by statement, as applications do. */
async function inTransaction(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await work(client);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** One transfer: an insert and two updates, the lower account first. */
function bookOne(pool: Pool, { from: [from = 0], to: [to = 0], fen: [fen = 0] }: Moves): Promise<void> {
  const changes: readonly (readonly [number, number])[] = [
    [from, -fen],
    [to, fen],
  ];
  return inTransaction(pool, async (client) => {
    await client.query({ ...insert, values: [Date.now(), crypto.randomUUID(), from, to, fen] });
    for (const values of changes.toSorted(([a], [b]) => a - b)) await client.query({ ...change, values: [...values] });
  });
}

/** Many: one insert of all rows, the rows of both sides locked in order, two updates. */
function bookMany(pool: Pool, { from, to, fen }: Moves): Promise<void> {
  return inTransaction(pool, async (client) => {
    await client.query(insertMany, [Date.now(), from.map(() => crypto.randomUUID()), from, to, fen]);
    await client.query(lockMany, [[...from, ...to]]);
    await client.query(changeMany, [from, fen.map((one) => -one)]);
    await client.query(changeMany, [to, fen]);
  });
}

/** The bare statements a ledger cannot do without, sent through `pg`. */
export function bareBooker(pool: Pool): Booker {
  return { book: (scenario, moves) => (scenario === "batch100" ? bookMany(pool, moves) : bookOne(pool, moves)) };
}
