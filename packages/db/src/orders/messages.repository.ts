import type { Database } from "../database.ts";

/** A message between the two sides of an order. */
export interface Message {
  readonly id: string;
  readonly senderId: string;
  readonly text: string;
  readonly flags: readonly string[];
  /** Kept from the other side by the chat guard (§9). */
  readonly withheld: boolean;
  readonly createdAt: number;
}

/** An order's messages, the oldest first. */
export async function listForOrder(db: Database, orderId: string, limit: number): Promise<Message[]> {
  const rows = await db.selectFrom("messages").selectAll().where("order_id", "=", orderId).orderBy("id").limit(limit).execute();
  return rows.map(({ id, sender_id, text, flags, withheld, created_at }) => ({
    id,
    senderId: sender_id,
    text,
    flags,
    withheld,
    createdAt: created_at,
  }));
}
