import { sql } from "kysely";
import type { Database } from "../database.ts";

/** What the record knows of each active arbitrator, seen from one order and its parties. */
export interface ArbitratorRecord {
  readonly id: string;
  readonly name: string;
  readonly since: number;
  /** Disputes in hand. */
  readonly open: number;
  /** Has acted on this order as an admin, other than as its arbitrator. */
  readonly handledOrder: boolean;
  /** Has, as customer or worker, an order with one of the parties. */
  readonly sharedOrder: boolean;
  /** Has decided about one of the parties since the instant asked for. */
  readonly decidedRecently: boolean;
}

export interface ArbitratorsOf {
  readonly orderId: string;
  readonly partyIds: readonly string[];
  readonly decidedSince: number;
}

/** Everybody with the arbitrator's role, the most senior first. */
export async function listForOrder(db: Database, { orderId, partyIds, decidedSince }: ArbitratorsOf): Promise<ArbitratorRecord[]> {
  const answer = await sql<ArbitratorRecord>`
    with parties as (select unnest(${[...partyIds]}::uuid[]) as id)
    select u.id, u.display_name as name, u.created_at as since,
      (select count(*) from orders o where o.state = 'disputed' and o.body->'dispute'->>'arbitratorId' = u.id::text) as open,
      exists (select from order_events e where e.order_id = ${orderId} and e.body->'by'->>'role' = 'admin' and e.body->'by'->>'id' = u.id::text)
        as "handledOrder",
      exists (select from orders o where (o.customer_id = u.id and o.worker_id in (select id from parties))
        or (o.worker_id = u.id and o.customer_id in (select id from parties))) as "sharedOrder",
      exists (select from orders o
        where (o.customer_id in (select id from parties) or o.worker_id in (select id from parties))
          and o.id <> ${orderId} and o.state in ('disputed', 'resolved') and o.since >= ${decidedSince}
          and (o.body->'dispute'->>'arbitratorId' = u.id::text or o.body->'dispute'->'formerArbitratorIds' ? u.id::text)) as "decidedRecently"
    from users u
    where u.status = 'active' and 'arbitrator' = any (u.admin_roles)
    order by u.created_at, u.id`.execute(db);
  return answer.rows;
}

/** How many decided or agreed disputes somebody has been in, and how many brought them less than half of what was held. */
export async function countDisputes(
  db: Database,
  side: "customer" | "worker",
  userId: string,
): Promise<{ readonly disputes: number; readonly lost: number }> {
  const mine = side === "customer" ? sql`o.customer_id = ${userId}` : sql`o.worker_id = ${userId}`;
  const part = side === "customer" ? sql.lit("toCustomerFen") : sql.lit("toWorkerFen");
  const answer = await sql<{ disputes: number; lost: number }>`
    select count(*) as disputes,
      count(*) filter (where (o.body->'dispute'->'decision'->>${part})::bigint * 2 < (o.body->'dispute'->>'heldFen')::bigint) as lost
    from orders o where ${mine} and o.state = 'resolved'`.execute(db);
  return answer.rows[0] ?? { disputes: 0, lost: 0 };
}
