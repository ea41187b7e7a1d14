import { sql } from "kysely";
import type { Database, Transaction } from "../database.ts";

/** Somebody who is in a team now. */
export interface TeamMember {
  readonly teamId: string;
  readonly memberId: string;
  readonly joinedAt: number;
}

/** What a team shows those who are to join it. */
export interface TeamCode {
  readonly teamId: string;
  readonly code: string;
  readonly expiresAt: number;
}

/** A team's members, the longest there first. */
export async function listMembers(db: Database, teamId: string, limit: number): Promise<TeamMember[]> {
  const rows = await db
    .selectFrom("team_members")
    .select(["team_id", "member_id", "joined_at"])
    .where("team_id", "=", teamId)
    .where("left_at", "is", null)
    .orderBy("joined_at")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ team_id, member_id, joined_at }) => ({ teamId: team_id, memberId: member_id, joinedAt: joined_at }));
}

/** Of some people those who are in a team now. */
export async function findMembersAmong(db: Database, teamId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("team_members")
    .select("member_id")
    .where("team_id", "=", teamId)
    .where("left_at", "is", null)
    .where("member_id", "in", [...ids])
    .execute();
  return rows.map(({ member_id }) => member_id);
}

/** The team somebody is in; null: none. */
export async function findByMember(db: Database, memberId: string): Promise<TeamMember | null> {
  const row = await db
    .selectFrom("team_members")
    .select(["team_id", "member_id", "joined_at"])
    .where("member_id", "=", memberId)
    .where("left_at", "is", null)
    .executeTakeFirst();
  return row === undefined ? null : { teamId: row.team_id, memberId: row.member_id, joinedAt: row.joined_at };
}

/** Locks a worker's row, as whatever binds their time does: nobody is sent anywhere meanwhile. */
export async function lockWorker(transaction: Transaction, workerId: string): Promise<void> {
  await transaction.selectFrom("workers").select("id").where("id", "=", workerId).forNoKeyUpdate().executeTakeFirst();
}

/** Makes somebody a member; false: they are in a team already. */
export async function addMember(transaction: Transaction, { teamId, memberId, joinedAt }: TeamMember): Promise<boolean> {
  const answer = await transaction
    .insertInto("team_members")
    .values({ team_id: teamId, member_id: memberId, joined_at: joinedAt })
    .onConflict((conflict) => conflict.column("member_id").where("left_at", "is", null).doNothing())
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/**
 * Ends a membership, the member's row being locked. Their calendar counts as changed: who was about to send them decides again.
 * False: there was none.
 */
export async function endMembership(
  transaction: Transaction,
  { teamId, memberId, now }: { readonly teamId: string; readonly memberId: string; readonly now: number },
): Promise<boolean> {
  const ended = await transaction
    .updateTable("team_members")
    .set({ left_at: now })
    .where("team_id", "=", teamId)
    .where("member_id", "=", memberId)
    .where("left_at", "is", null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) return false;
  await transaction
    .updateTable("workers")
    .set(({ eb, ref }) => ({ calendar_version: eb(ref("calendar_version"), "+", 1) }))
    .where("id", "=", memberId)
    .execute();
  return true;
}

/** Of some members those whom their team has sent to an order that is not over. */
export async function findBooked(db: Database, teamId: string, memberIds: readonly string[]): Promise<Set<string>> {
  if (memberIds.length === 0) return new Set();
  const rows = await db
    .selectFrom("commitments")
    .innerJoin("orders", "orders.id", "commitments.order_id")
    .select("commitments.worker_id")
    .distinct()
    .where("commitments.worker_id", "in", [...memberIds])
    .where("orders.worker_id", "=", teamId)
    .execute();
  return new Set(rows.map(({ worker_id }) => worker_id));
}

export async function findCode(db: Database, teamId: string): Promise<TeamCode | null> {
  const row = await db.selectFrom("team_codes").select(["team_id", "code", "expires_at"]).where("team_id", "=", teamId).executeTakeFirst();
  return row === undefined ? null : { teamId: row.team_id, code: row.code, expiresAt: row.expires_at };
}

/** Whose code this is, in time; null: nobody's. */
export async function findByCode(db: Database, code: string, now: number): Promise<TeamCode | null> {
  const row = await db
    .selectFrom("team_codes")
    .select(["team_id", "code", "expires_at"])
    .where("code", "=", code)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row === undefined ? null : { teamId: row.team_id, code: row.code, expiresAt: row.expires_at };
}

/** Gives a team another code; the one before is dead. False: another team has this one. */
export async function setCode(transaction: Transaction, { teamId, code, expiresAt }: TeamCode, now: number): Promise<boolean> {
  const { rows } = await sql<{ team_id: string }>`
    insert into team_codes (team_id, code, created_at, expires_at)
    select ${teamId}::uuid, ${code}::text, ${now}::bigint, ${expiresAt}::bigint
    where not exists (select from team_codes where code = ${code} and team_id <> ${teamId})
    on conflict (team_id) do update set code = excluded.code, created_at = excluded.created_at, expires_at = excluded.expires_at
    returning team_id`.execute(transaction);
  return rows.length > 0;
}
