import { sql } from "kysely";
import type { Database } from "../database.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";
import { read, type Statement } from "../statement.ts";

/** Something a person should hear of; `kind` and `data` make the sentence, in the reader's language. */
export interface Notification {
  readonly id: string;
  readonly userId: string;
  readonly kind: string;
  readonly orderId: string | null;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
  readonly at: number;
  readonly readAt: number | null;
}

interface Row {
  readonly id: string;
  readonly user_id: string;
  readonly kind: string;
  readonly order_id: string | null;
  readonly data: unknown;
  readonly at: number;
  readonly read_at: number | null;
}

const columns = "id, user_id, kind, order_id, data, at, read_at";

// The page every app opens with, and the number on its bell: asked often, so prepared once.
const newest: Statement<Row> = {
  name: "notifications_newest",
  text: `select ${columns} from notifications where user_id = $1 order by id desc limit $2`,
};
const older: Statement<Row> = {
  name: "notifications_older",
  text: `select ${columns} from notifications where user_id = $1 and id < $3 order by id desc limit $2`,
};
const unread: Statement<{ readonly count: number }> = {
  name: "notifications_unread",
  text: "select count(*) as count from notifications where user_id = $1 and read_at is null",
};

export async function list(db: Database, wanted: PageRequest & { userId: string }): Promise<Page<Notification>> {
  const { userId, cursor, limit } = wanted;
  const rows = await (cursor ? read(db, older, [userId, limit + 1, cursor]) : read(db, newest, [userId, limit + 1]));
  return pageOf(rows, wanted.limit, {
    toItem: (row) => ({
      id: row.id,
      userId: row.user_id,
      kind: row.kind,
      orderId: row.order_id,
      data: row.data as Notification["data"],
      at: row.at,
      readAt: row.read_at,
    }),
    cursorOf: ({ id }) => id,
  });
}

export async function countUnread(db: Database, userId: string): Promise<number> {
  return (await read(db, unread, [userId]))[0]?.count ?? 0;
}

/** Marks a person's notifications as read; without ids all of them. */
export async function markRead(db: Database, wanted: { userId: string; ids?: readonly string[]; now: number }): Promise<void> {
  await db
    .updateTable("notifications")
    .set({ read_at: wanted.now })
    .where("user_id", "=", wanted.userId)
    .where("read_at", "is", null)
    .$if(wanted.ids !== undefined, (query) => query.where(sql<boolean>`id = any (${[...(wanted.ids ?? [])]}::uuid[])`))
    .execute();
}

export async function insert(db: Database, notifications: readonly Omit<Notification, "id" | "readAt">[]): Promise<void> {
  if (notifications.length === 0) return;
  await db
    .insertInto("notifications")
    .values(
      notifications.map(({ userId, kind, orderId, data, at }) => ({ user_id: userId, kind, order_id: orderId, data: JSON.stringify(data), at })),
    )
    .execute();
}

/** Tells of something that goes on, once until it is read: false when such a notice of that order still waits. */
export async function insertUnlessUnread(db: Database, { userId, kind, orderId, data, at }: Omit<Notification, "id" | "readAt">): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into notifications (user_id, kind, order_id, data, at)
    select ${userId}, ${kind}, ${orderId}, ${JSON.stringify(data)}, ${at}
    where not exists (select from notifications where user_id = ${userId} and kind = ${kind} and order_id = ${orderId} and read_at is null)`.execute(
    db,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

/** What was told of a kind about an order has been seen where it happens. */
export async function markSeen(db: Database, seen: { userId: string; kind: string; orderId: string; now: number }): Promise<void> {
  await db
    .updateTable("notifications")
    .set({ read_at: seen.now })
    .where("user_id", "=", seen.userId)
    .where("kind", "=", seen.kind)
    .where("order_id", "=", seen.orderId)
    .where("read_at", "is", null)
    .execute();
}
