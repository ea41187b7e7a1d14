import type { PastOrder } from "@lingong/domain";
import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Which ended orders the fee lab runs over: those that ended from `from` until before `until`. */
export interface PastOrderFilter {
  readonly from: number;
  readonly until: number;
  readonly cityId: string | null;
  readonly categoryId: string | null;
  /** At most so many, the latest ones. */
  readonly limit: number;
}

/** What past orders were charged on: their commission base and the facts pinned at accept (I10). Orders without a base are left out. */
export async function listForFees(db: Database, filter: PastOrderFilter): Promise<PastOrder[]> {
  const { rows } = await sql<PastOrder>`
    select worker_id as "workerId", category_id as "categoryId", (body #>> '{money,commissionableFen}')::bigint as "baseFen",
      pinned.plan, pinned.certified, pinned.level, pinned."completedOrders", pinned."completedTogetherBefore"
    from orders,
      jsonb_to_record(body #> '{assignment,pinned}')
        as pinned (plan text, certified boolean, level integer, "completedOrders" integer, "completedTogetherBefore" integer)
    where ended_at >= ${filter.from} and ended_at < ${filter.until}
      and (${filter.cityId}::text is null or city_id = ${filter.cityId})
      and (${filter.categoryId}::text is null or category_id = ${filter.categoryId})
      and worker_id is not null and (body #>> '{money,commissionableFen}')::bigint > 0
    order by ended_at desc
    limit ${filter.limit}`.execute(db);
  return rows;
}
