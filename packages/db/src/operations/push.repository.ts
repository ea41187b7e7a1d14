import type { Database } from "../database.ts";

/** A browser's address for push messages, with the keys that messages to it are sealed with. */
export interface PushSubscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** Keeps a browser's push address for the session now signed in there; a browser has one. */
export async function save(
  db: Database,
  { endpoint, keys }: PushSubscription,
  by: { userId: string; sessionId: string; now: number },
): Promise<void> {
  const values = { user_id: by.userId, session_id: by.sessionId, keys: JSON.stringify(keys), created_at: by.now };
  await db
    .insertInto("push_subscriptions")
    .values({ endpoint, ...values })
    .onConflict((conflict) => conflict.column("endpoint").doUpdateSet(values))
    .execute();
  await db.deleteFrom("push_subscriptions").where("session_id", "=", by.sessionId).where("endpoint", "!=", endpoint).execute();
}

/** Where a person may be rung now: browsers of sessions that last, the newest first. */
export async function list(db: Database, wanted: { userId: string; app: string; now: number; limit: number }): Promise<PushSubscription[]> {
  const rows = await db
    .selectFrom("push_subscriptions as p")
    .innerJoin("sessions as s", "s.id", "p.session_id")
    .select(["p.endpoint", "p.keys"])
    .where("p.user_id", "=", wanted.userId)
    .where("s.app", "=", wanted.app)
    .where("s.revoked_at", "is", null)
    .where("s.expires_at", ">", wanted.now)
    .orderBy("p.created_at", "desc")
    .limit(wanted.limit)
    .execute();
  return rows.map(({ endpoint, keys }) => ({ endpoint, keys: keys as unknown as PushSubscription["keys"] }));
}

/** Forgets an address its push service knows no more. */
export async function remove(db: Database, endpoint: string): Promise<void> {
  await db.deleteFrom("push_subscriptions").where("endpoint", "=", endpoint).execute();
}
