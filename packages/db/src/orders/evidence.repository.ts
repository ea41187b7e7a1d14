import type { Database } from "../database.ts";

/** The words of one piece of evidence, sealed under their author's key. */
export interface EvidenceText {
  readonly id: string;
  readonly orderId: string;
  readonly authorId: string;
  readonly textCipher: Uint8Array;
  readonly createdAt: number;
}

/** Keeps sealed words for ever; the same id again changes nothing. */
export async function insert(db: Database, text: EvidenceText): Promise<void> {
  await db
    .insertInto("evidence_texts")
    .values({
      id: text.id,
      order_id: text.orderId,
      author_id: text.authorId,
      text_cipher: Buffer.from(text.textCipher),
      created_at: text.createdAt,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** All sealed words of an order, by id. */
export async function findForOrder(db: Database, orderId: string): Promise<Map<string, EvidenceText>> {
  const rows = await db.selectFrom("evidence_texts").selectAll().where("order_id", "=", orderId).execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, orderId: row.order_id, authorId: row.author_id, textCipher: row.text_cipher, createdAt: row.created_at },
    ]),
  );
}
