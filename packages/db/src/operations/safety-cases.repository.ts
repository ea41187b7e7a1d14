import type { Selectable } from "kysely";
import type { SafetyCases } from "../database.generated.ts";
import type { Database, Transaction } from "../database.ts";

/** Something that waits for a look at people's safety; `subjectId` names what it is about. */
export interface SafetyCase {
  readonly id: string;
  readonly cityId: string;
  readonly orderId: string;
  readonly kind: "code_request";
  readonly subjectId: string;
  /** Who did what it is about. */
  readonly personId: string;
  readonly at: number;
}

function toCase(row: Selectable<SafetyCases>): SafetyCase {
  return {
    id: row.id,
    cityId: row.city_id,
    orderId: row.order_id,
    kind: row.kind as SafetyCase["kind"],
    subjectId: row.subject_id,
    personId: row.person_id,
    at: row.at,
  };
}

export async function insert(transaction: Transaction, { id, cityId, orderId, kind, subjectId, personId, at }: SafetyCase): Promise<void> {
  const values = { id, city_id: cityId, order_id: orderId, kind, subject_id: subjectId, person_id: personId, at };
  await transaction.insertInto("safety_cases").values(values).execute();
}

/** Cases that nobody has closed, the oldest first; of one city, of one order, or all. */
export async function listOpen(db: Database, wanted: { cityId?: string; orderId?: string; limit: number }): Promise<SafetyCase[]> {
  const { cityId, orderId, limit } = wanted;
  const rows = await db
    .selectFrom("safety_cases")
    .selectAll()
    .where("closed_at", "is", null)
    .$if(cityId !== undefined, (query) => query.where("city_id", "=", cityId ?? ""))
    .$if(orderId !== undefined, (query) => query.where("order_id", "=", orderId ?? ""))
    .orderBy("at")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(toCase);
}

export async function findById(db: Database, id: string): Promise<(SafetyCase & { readonly closedAt: number | null }) | null> {
  const row = await db.selectFrom("safety_cases").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : { ...toCase(row), closedAt: row.closed_at };
}

/** Closes a case with what was done about it; false: somebody had. */
export async function close(transaction: Transaction, closing: { id: string; by: string; note: string; now: number }): Promise<boolean> {
  const answer = await transaction
    .updateTable("safety_cases")
    .set({ closed_at: closing.now, closed_by: closing.by, note: closing.note })
    .where("id", "=", closing.id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}
