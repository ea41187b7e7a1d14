import { type Selectable, sql } from "kysely";
import type { Messages } from "../database.generated.ts";
import type { Database, Transaction } from "../database.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";
import { read, type Statement } from "../statement.ts";

export type ChatSide = "customer" | "worker";

/** Whose conversation about an order: one for each worker the order has had. */
export interface ConversationKey {
  readonly orderId: string;
  readonly workerId: string;
}

/** A message between the two sides of an order. Its words are sealed under the sender's key. */
export interface Message extends ConversationKey {
  readonly id: string;
  /** 1 is the conversation's first; there are no gaps. */
  readonly number: number;
  readonly senderId: string;
  readonly side: ChatSide;
  readonly textCipher: Uint8Array;
  /** SHA-256 over salt and words, hex: what a dossier's chain holds, also when key and salt are destroyed. */
  readonly textCommitment: string;
  readonly flags: readonly string[];
  /** Kept from the other side by the chat guard (§9). */
  readonly withheld: boolean;
  readonly createdAt: number;
}

/** How far each side has read, by number. */
export interface ReadMarks {
  readonly customer: number;
  readonly worker: number;
}

function toMessage(row: Selectable<Messages>): Message {
  return {
    id: row.id,
    orderId: row.order_id,
    workerId: row.worker_id,
    number: row.number,
    senderId: row.sender_id,
    side: row.side as ChatSide,
    textCipher: row.text_cipher,
    textCommitment: row.text_commitment.toString("hex"),
    flags: row.flags,
    withheld: row.withheld,
    createdAt: row.created_at,
  };
}

/** A new message: who says it, and whether it reaches the other side. */
interface Said extends ConversationKey {
  readonly customerId: string;
  readonly cityId: string;
  readonly side: ChatSide;
  readonly withheld: boolean;
  readonly now: number;
}

/** A message's place in its conversation. Its instant is never before that of the one before it. */
type Place = Pick<Message, "number" | "createdAt">;

/**
 * Takes the next place of a conversation, under the lock of its row. The customer's message that opens one asks; the
 * worker's next that arrives is its answer (§6, response).
 */
export async function takePlace(transaction: Transaction, said: Said): Promise<Place> {
  const { orderId, workerId, customerId, cityId, side, withheld, now } = said;
  const asks = side === "customer" && !withheld;
  const answers = side === "worker" && !withheld;
  const { rows } = await sql<{ last_number: number; last_at: number }>`
    insert into conversations as c (order_id, worker_id, customer_id, city_id, last_number, last_at, asked_at)
    values (${orderId}, ${workerId}, ${customerId}, ${cityId}, 1, ${now}, ${asks ? now : null})
    on conflict (order_id, worker_id) do update set
      last_number = c.last_number + 1,
      last_at = greatest(c.last_at, excluded.last_at),
      answered_at = case when ${answers} and c.asked_at is not null then coalesce(c.answered_at, greatest(c.last_at, excluded.last_at)) else c.answered_at end
    returning last_number, last_at`.execute(transaction);
  const [row] = rows;
  if (row === undefined) throw new Error("a conversation gave no place");
  return { number: row.last_number, createdAt: row.last_at };
}

/** Keeps a message for ever. */
export async function insert(transaction: Transaction, message: Message): Promise<void> {
  await transaction
    .insertInto("messages")
    .values({
      id: message.id,
      order_id: message.orderId,
      worker_id: message.workerId,
      number: message.number,
      sender_id: message.senderId,
      side: message.side,
      text_cipher: Buffer.from(message.textCipher),
      text_commitment: Buffer.from(message.textCommitment, "hex"),
      flags: [...message.flags],
      withheld: message.withheld,
      created_at: message.createdAt,
    })
    .execute();
}

export async function findById(db: Database, id: string): Promise<Message | null> {
  const row = await db.selectFrom("messages").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : toMessage(row);
}

export async function findMany(db: Database, ids: readonly string[]): Promise<Message[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("messages")
    .selectAll()
    .where(sql<boolean>`id = any (${[...ids]}::uuid[])`)
    .execute();
  return rows.map(toMessage);
}

/** A conversation, the newest first. The cursor is the number of the last. */
export async function list(db: Database, { orderId, workerId, cursor, limit }: ConversationKey & PageRequest): Promise<Page<Message>> {
  const before = Number(cursor ?? "");
  const rows = await db
    .selectFrom("messages")
    .selectAll()
    .where("order_id", "=", orderId)
    .where("worker_id", "=", workerId)
    .$if(cursor != null && Number.isSafeInteger(before), (query) => query.where("number", "<", before))
    .orderBy("number", "desc")
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, { toItem: toMessage, cursorOf: ({ number }) => String(number) });
}

/** All messages of an order, of whatever conversation, in the order in which they were said. */
export async function listForOrder(db: Database, orderId: string, limit: number): Promise<Message[]> {
  const rows = await db
    .selectFrom("messages")
    .selectAll()
    .where("order_id", "=", orderId)
    .orderBy("created_at")
    .orderBy("worker_id")
    .orderBy("number")
    .limit(limit)
    .execute();
  return rows.map(toMessage);
}

export async function findMarks(db: Database, { orderId, workerId }: ConversationKey): Promise<ReadMarks> {
  const row = await db
    .selectFrom("conversations")
    .select(["customer_read", "worker_read"])
    .where("order_id", "=", orderId)
    .where("worker_id", "=", workerId)
    .executeTakeFirst();
  return { customer: row?.customer_read ?? 0, worker: row?.worker_read ?? 0 };
}

/** One side has read up to a number; never back, never beyond the last. False: that was known. */
export async function markRead(
  transaction: Transaction,
  read: ConversationKey & { readonly side: ChatSide; readonly upTo: number },
): Promise<boolean> {
  const column = read.side === "customer" ? ("customer_read" as const) : ("worker_read" as const);
  const answer = await transaction
    .updateTable("conversations")
    .set({ [column]: sql`least(${read.upTo}::integer, last_number)` })
    .where("order_id", "=", read.orderId)
    .where("worker_id", "=", read.workerId)
    .where(column, "<", sql<number>`least(${read.upTo}::integer, last_number)`)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

export interface UnreadOfOrder {
  readonly orderId: string;
  readonly unread: number;
}

// What reached the other side and was not read, of the worker who has the order now. The marks' partial indexes find them.
const unreadOf = (side: ChatSide, other: ChatSide): Statement<{ order_id: string; unread: number }> => ({
  name: `messages_unread_of_${side}`,
  text: `select c.order_id, count(*) as unread
    from conversations c join orders o on o.id = c.order_id and o.worker_id = c.worker_id
      join messages m on m.order_id = c.order_id and m.worker_id = c.worker_id and m.number > c.${side}_read and m.side = '${other}' and not m.withheld
    where c.${side}_id = $1 and c.${side}_read < c.last_number
    group by c.order_id order by c.order_id desc limit $2`,
});
const unread = { customer: unreadOf("customer", "worker"), worker: unreadOf("worker", "customer") };

/** Orders with messages a person has not read, on one side; the latest orders first. */
export async function listUnread(
  db: Database,
  wanted: { readonly userId: string; readonly side: ChatSide; readonly limit: number },
): Promise<UnreadOfOrder[]> {
  const rows = await read(db, unread[wanted.side], [wanted.userId, wanted.limit]);
  return rows.map((row) => ({ orderId: row.order_id, unread: row.unread }));
}
