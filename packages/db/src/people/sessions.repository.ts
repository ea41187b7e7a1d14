import { sql } from "kysely";
import type { Database } from "../database.ts";
import { read, type Statement } from "../statement.ts";

export type App = "customer" | "worker" | "admin";

/** A signed-in device. The token itself is nowhere; its hash finds the session. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly app: App;
  readonly deviceName: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
}

interface SessionRow {
  readonly id: string;
  readonly user_id: string;
  readonly app: string;
  readonly device_name: string;
  readonly created_at: number;
  readonly last_seen_at: number;
  readonly expires_at: number;
  readonly revoked_at: number | null;
}

function toSession(row: SessionRow): Session {
  return {
    id: row.id,
    userId: row.user_id,
    app: row.app as App,
    deviceName: row.device_name,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  };
}

const columns = ["id", "user_id", "app", "device_name", "created_at", "last_seen_at", "expires_at", "revoked_at"] as const;

const byToken: Statement<SessionRow> = {
  name: "session_by_token",
  text: `select ${columns.join(", ")} from sessions where token_hash = $1`,
};

/** The session of a token's hash, also when it has ended: whether it counts is for the caller to say. */
export async function findByTokenHash(db: Database, tokenHash: Uint8Array): Promise<Session | null> {
  const row = (await read(db, byToken, [Buffer.from(tokenHash)]))[0];
  return row === undefined ? null : toSession(row);
}

export async function insert(
  db: Database,
  session: { tokenHash: Uint8Array; userId: string; app: App; deviceName: string; now: number; expiresAt: number },
): Promise<Session> {
  const row = await db
    .insertInto("sessions")
    .values({
      token_hash: Buffer.from(session.tokenHash),
      user_id: session.userId,
      app: session.app,
      device_name: session.deviceName,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return toSession(row);
}

/** A person's living sessions, last seen first; `app` absent: of all apps. */
export async function listForUser(db: Database, filter: { userId: string; app?: App; now: number }): Promise<Session[]> {
  const rows = await db
    .selectFrom("sessions")
    .select(columns)
    .where("user_id", "=", filter.userId)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", filter.now)
    .$if(filter.app !== undefined, (query) => query.where("app", "=", filter.app ?? ""))
    .orderBy("last_seen_at", "desc")
    .execute();
  return rows.map(toSession);
}

/** Ends sessions: one, or all of a person (but one). Returns the ids of those that ended now. */
export async function revoke(
  db: Database,
  which: { sessionId: string; userId: string } | { userId: string; exceptSessionId?: string },
  now: number,
): Promise<string[]> {
  const rows = await db
    .updateTable("sessions")
    .set({ revoked_at: now })
    .where("revoked_at", "is", null)
    .where("user_id", "=", which.userId)
    .$if("sessionId" in which, (query) => query.where("id", "=", "sessionId" in which ? which.sessionId : ""))
    .$if("exceptSessionId" in which && which.exceptSessionId !== undefined, (query) =>
      query.where("id", "<>", "exceptSessionId" in which ? (which.exceptSessionId ?? "") : ""),
    )
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Notes that sessions were used; called now and then for many, not on each request. */
export async function touch(db: Database, seen: readonly { readonly id: string; readonly at: number }[]): Promise<void> {
  if (seen.length === 0) return;
  const ids = seen.map(({ id }) => id);
  const instants = seen.map(({ at }) => at);
  await sql`
    update sessions set last_seen_at = greatest(last_seen_at, seen.at)
    from unnest(${ids}::uuid[], ${instants}::bigint[]) as seen (id, at) where sessions.id = seen.id`.execute(db);
}

/** When people were last seen, by user id. */
export async function lastSeen(db: Database, userIds: readonly string[]): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("sessions")
    .select(["user_id", sql<number>`max(last_seen_at)`.as("at")])
    .where("user_id", "in", [...userIds])
    .groupBy("user_id")
    .execute();
  return new Map(rows.map(({ user_id, at }) => [user_id, at]));
}
