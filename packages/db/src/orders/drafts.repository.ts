import type { Database } from "../database.ts";

/** What the wizard holds so far; never judged, only kept. */
export interface Draft {
  readonly id: string;
  readonly customerId: string;
  readonly categoryId: string;
  readonly step: string;
  readonly form: Readonly<Record<string, unknown>>;
  readonly savedAt: number;
}

/** Saves a draft; false when the id is somebody else's. */
export async function save(db: Database, draft: Draft): Promise<boolean> {
  const values = { category_id: draft.categoryId, step: draft.step, form: JSON.stringify(draft.form), saved_at: draft.savedAt };
  const answer = await db
    .insertInto("order_drafts")
    .values({ id: draft.id, customer_id: draft.customerId, ...values })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(values).where("order_drafts.customer_id", "=", draft.customerId))
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findById(db: Database, which: { id: string; customerId: string }): Promise<Draft | null> {
  const row = await db
    .selectFrom("order_drafts")
    .selectAll()
    .where("id", "=", which.id)
    .where("customer_id", "=", which.customerId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    customerId: row.customer_id,
    categoryId: row.category_id,
    step: row.step,
    form: row.form as Record<string, unknown>,
    savedAt: row.saved_at,
  };
}

/** A customer's drafts, last saved first, without what is in them. */
export async function list(db: Database, customerId: string): Promise<Omit<Draft, "form">[]> {
  const rows = await db
    .selectFrom("order_drafts")
    .select(["id", "customer_id", "category_id", "step", "saved_at"])
    .where("customer_id", "=", customerId)
    .orderBy("saved_at", "desc")
    .execute();
  return rows.map((row) => ({ id: row.id, customerId: row.customer_id, categoryId: row.category_id, step: row.step, savedAt: row.saved_at }));
}

export async function remove(db: Database, which: { id: string; customerId: string }): Promise<void> {
  await db.deleteFrom("order_drafts").where("id", "=", which.id).where("customer_id", "=", which.customerId).execute();
}

/** Forgets drafts saved before an instant. Returns how many. */
export async function prune(db: Database, before: number): Promise<number> {
  const answer = await db.deleteFrom("order_drafts").where("saved_at", "<", before).executeTakeFirst();
  return Number(answer.numDeletedRows);
}
