import type { Policy } from "@lingong/domain";
import type { Database } from "../database.ts";

/** A version of the policy with the hash that orders pin. */
export interface PolicyRecord {
  readonly hash: string;
  readonly version: string;
  readonly policy: Policy;
  readonly effectiveAt: number;
  readonly createdAt: number;
  readonly createdBy: string | null;
}

/** Keeps a policy under its hash; the same one again changes nothing. */
export async function save(db: Database, record: PolicyRecord): Promise<void> {
  await db
    .insertInto("policies")
    .values({
      hash: record.hash,
      version: record.version,
      body: JSON.stringify(record.policy),
      effective_at: record.effectiveAt,
      created_at: record.createdAt,
      created_by: record.createdBy,
    })
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
}

/** The policy an order has pinned. */
export async function findByHash(db: Database, hash: string): Promise<Policy | null> {
  const row = await db.selectFrom("policies").select("body").where("hash", "=", hash).executeTakeFirst();
  return row === undefined ? null : (row.body as unknown as Policy);
}

/** All versions, the one in force last first. */
export async function list(db: Database): Promise<PolicyRecord[]> {
  const rows = await db.selectFrom("policies").selectAll().orderBy("effective_at", "desc").orderBy("created_at", "desc").execute();
  return rows.map((row) => ({
    hash: row.hash,
    version: row.version,
    policy: row.body as unknown as Policy,
    effectiveAt: row.effective_at,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }));
}
