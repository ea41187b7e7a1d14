import type { Selectable } from "kysely";
import type { ReviewWindows } from "../database.generated.ts";
import type { Database } from "../database.ts";

/** When a pair may review each other about an order. */
export interface ReviewWindow {
  readonly orderId: string;
  readonly workerId: string;
  readonly customerId: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly publishedAt: number | null;
}

function toWindow(row: Selectable<ReviewWindows>): ReviewWindow {
  return {
    orderId: row.order_id,
    workerId: row.worker_id,
    customerId: row.customer_id,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    publishedAt: row.published_at,
  };
}

/** An order's windows: one per worker it was assigned to, where one was opened. */
export async function listWindows(db: Database, orderId: string): Promise<ReviewWindow[]> {
  const rows = await db.selectFrom("review_windows").selectAll().where("order_id", "=", orderId).orderBy("opens_at").execute();
  return rows.map(toWindow);
}

/** Locks a window, so that two reviews at once publish once. */
export async function lockWindow(db: Database, which: { orderId: string; workerId: string }): Promise<ReviewWindow | null> {
  const row = await db
    .selectFrom("review_windows")
    .selectAll()
    .where("order_id", "=", which.orderId)
    .where("worker_id", "=", which.workerId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row === undefined ? null : toWindow(row);
}

/** Windows open at an instant in which this person has not written yet, the one that closes first at the front. */
export async function listPending(db: Database, wanted: { userId: string; now: number; limit: number }): Promise<ReviewWindow[]> {
  const rows = await db
    .selectFrom("review_windows")
    .selectAll()
    .where(({ or, eb }) => or([eb("worker_id", "=", wanted.userId), eb("customer_id", "=", wanted.userId)]))
    .where("closes_at", ">", wanted.now)
    .where(({ not, exists, selectFrom, ref }) =>
      not(
        exists(
          selectFrom("reviews")
            .select("reviews.id")
            .where("reviews.order_id", "=", ref("review_windows.order_id"))
            .where("reviews.author_id", "=", wanted.userId)
            .where(({ or, eb }) =>
              or([eb("reviews.subject_id", "=", ref("review_windows.worker_id")), eb("reviews.subject_id", "=", ref("review_windows.customer_id"))]),
            ),
        ),
      ),
    )
    .orderBy("closes_at")
    .limit(wanted.limit)
    .execute();
  return rows.map(toWindow);
}

/** Windows that are over and whose reviews are not published yet. */
export async function listClosing(db: Database, now: number, limit: number): Promise<ReviewWindow[]> {
  const rows = await db
    .selectFrom("review_windows")
    .selectAll()
    .where("published_at", "is", null)
    .where("closes_at", "<=", now)
    .orderBy("closes_at")
    .limit(limit)
    .execute();
  return rows.map(toWindow);
}

/** When the next window closes; null: none is open. */
export async function nextClosing(db: Database): Promise<number | null> {
  const row = await db
    .selectFrom("review_windows")
    .select("closes_at")
    .where("published_at", "is", null)
    .orderBy("closes_at")
    .limit(1)
    .executeTakeFirst();
  return row?.closes_at ?? null;
}
