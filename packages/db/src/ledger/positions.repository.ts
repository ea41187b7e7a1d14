import { sql } from "kysely";
import type { Database } from "../database.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";

/** An account with what lies on it. */
export interface AccountPosition {
  readonly name: string;
  readonly fen: number;
}

/** Accounts of a kind that keep a balance, the largest first; `cursor` is how many to leave out. */
export async function listAccounts(db: Database, wanted: PageRequest & { kind: "escrow" | "worker" }): Promise<Page<AccountPosition>> {
  const skipped = Number(wanted.cursor ?? 0);
  const { rows } = await sql<AccountPosition>`
    select a.name, b.fen from balances b join accounts a on a.id = b.account_id
    where b.fen > 0 and a.name like ${`${wanted.kind}:%`} order by b.fen desc, a.id limit ${wanted.limit + 1} offset ${skipped}`.execute(db);
  return pageOf(rows, wanted.limit, { toItem: (row) => row, cursorOf: () => String(skipped + wanted.limit) });
}

/** An escrow that holds money, and since when. */
export interface HeldEscrow {
  readonly orderId: string;
  readonly fen: number;
  readonly since: number;
  readonly state: string | null;
}

/** Escrows that hold money by how long they have: the sums of each age, and the oldest. `bounds` are ages in milliseconds, ascending. */
export async function ageEscrows(
  db: Database,
  wanted: { now: number; bounds: readonly number[]; oldest: number },
): Promise<{ readonly ages: readonly { readonly bucket: number; readonly orders: number; readonly fen: number }[]; readonly oldest: HeldEscrow[] }> {
  const held = sql`
    select substr(a.name, 8)::uuid as order_id, b.fen, o.state, coalesce(min(p.captured_at), o.created_at, 0) as since
    from balances b join accounts a on a.id = b.account_id left join orders o on o.id = substr(a.name, 8)::uuid
    left join payments p on p.order_id = o.id and p.state = 'captured'
    where b.fen > 0 and a.name like 'escrow:%' group by 1, 2, 3, o.created_at`;
  const ages = await sql<{ bucket: number; orders: number; fen: number }>`
    select width_bucket(${wanted.now}::bigint - since, ${[...wanted.bounds]}::bigint[])::integer as bucket, count(*) as orders, sum(fen)::bigint as fen
    from (${held}) as held group by 1 order by 1`.execute(db);
  const oldest = await sql<{ order_id: string; fen: number; since: number; state: string | null }>`
    select * from (${held}) as held order by since, order_id limit ${wanted.oldest}`.execute(db);
  return { ages: ages.rows, oldest: oldest.rows.map(({ order_id, fen, since, state }) => ({ orderId: order_id, fen, since, state })) };
}

/** A call to a provider that has not come to its end: on its way, without an answer, or refused for good. */
export interface MovingIntent {
  readonly key: string;
  readonly kind: "refund" | "payout";
  readonly fen: number;
  readonly state: "pending" | "sent" | "failed";
  readonly attempts: number;
  readonly orderId: string | null;
  readonly withdrawalId: string | null;
  readonly workerId: string | null;
  readonly error: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Payouts and refunds in flight, the oldest first; refunds that failed stay until a person has seen to them. */
export async function listMoving(db: Database, limit: number): Promise<MovingIntent[]> {
  const rows = await db
    .selectFrom("intents")
    .leftJoin("withdrawals", "withdrawals.id", "intents.withdrawal_id")
    .select([
      "intents.key",
      "intents.kind",
      "intents.fen",
      "intents.state",
      "intents.attempts",
      "intents.order_id",
      "intents.withdrawal_id",
      "withdrawals.worker_id",
      "intents.error",
      "intents.created_at",
      "intents.updated_at",
    ])
    .where((eb) =>
      eb.or([eb("intents.state", "in", ["pending", "sent"]), eb.and([eb("intents.state", "=", "failed"), eb("intents.kind", "=", "refund")])]),
    )
    .orderBy("intents.created_at")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind as MovingIntent["kind"],
    fen: row.fen,
    state: row.state as MovingIntent["state"],
    attempts: row.attempts,
    orderId: row.order_id,
    withdrawalId: row.withdrawal_id,
    workerId: row.worker_id,
    error: row.error,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }));
}
