import type { Selectable } from "kysely";
import type { WorkCases } from "../database.generated.ts";
import type { Database, Transaction } from "../database.ts";

/** A pair of photos the customer of an order lets its worker's page show. */
export interface WorkCase {
  readonly orderId: string;
  readonly workerId: string;
  readonly customerId: string;
  readonly categoryId: string;
  /** What was worked on the order. */
  readonly minutes: number;
  readonly beforePhotoId: string;
  readonly afterPhotoId: string;
  readonly agreedAt: number;
}

function toCase(row: Selectable<WorkCases>): WorkCase {
  return {
    orderId: row.order_id,
    workerId: row.worker_id,
    customerId: row.customer_id,
    categoryId: row.category_id,
    minutes: row.minutes,
    beforePhotoId: row.before_photo_id,
    afterPhotoId: row.after_photo_id,
    agreedAt: row.agreed_at,
  };
}

/** The customer agrees; after a withdrawal anew, to the pair that is there now. */
export async function agree(transaction: Transaction, agreed: WorkCase): Promise<void> {
  const pair = { before_photo_id: agreed.beforePhotoId, after_photo_id: agreed.afterPhotoId, agreed_at: agreed.agreedAt };
  await transaction
    .insertInto("work_cases")
    .values({
      order_id: agreed.orderId,
      worker_id: agreed.workerId,
      customer_id: agreed.customerId,
      category_id: agreed.categoryId,
      minutes: agreed.minutes,
      ...pair,
    })
    .onConflict((conflict) => conflict.column("order_id").doUpdateSet({ ...pair, withdrawn_at: null }))
    .execute();
}

export async function withdraw(transaction: Transaction, orderId: string, now: number): Promise<void> {
  await transaction.updateTable("work_cases").set({ withdrawn_at: now }).where("order_id", "=", orderId).where("withdrawn_at", "is", null).execute();
}

/** The pair of an order that is shown now; null: none. */
export async function findShown(db: Database, orderId: string): Promise<WorkCase | null> {
  const row = await db.selectFrom("work_cases").selectAll().where("order_id", "=", orderId).where("withdrawn_at", "is", null).executeTakeFirst();
  return row === undefined ? null : toCase(row);
}

/** What a worker's page shows, the latest first. */
export async function listShown(db: Database, workerId: string, limit: number): Promise<WorkCase[]> {
  const rows = await db
    .selectFrom("work_cases")
    .selectAll()
    .where("worker_id", "=", workerId)
    .where("withdrawn_at", "is", null)
    .orderBy("agreed_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(toCase);
}

/** Whether a picture is one of a pair that is shown. */
export async function shows(db: Database, photoId: string): Promise<boolean> {
  const row = await db
    .selectFrom("work_cases")
    .select("order_id")
    .where("withdrawn_at", "is", null)
    .where((eb) => eb.or([eb("before_photo_id", "=", photoId), eb("after_photo_id", "=", photoId)]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
