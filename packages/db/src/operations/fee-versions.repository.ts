import type { Policy } from "@lingong/domain";
import { type Selectable, sql } from "kysely";
import type { FeeVersions } from "../database.generated.ts";
import type { Database, Transaction } from "../database.ts";

type Plans = Policy["fees"]["plans"];

/** Who did a step of a version, when and why. */
export interface Signature {
  readonly by: string;
  readonly at: number;
  readonly reason: string;
}

/** Fee plans on their way into force. */
export interface FeeVersion {
  readonly id: string;
  /** Counted through, for people. */
  readonly number: number;
  readonly plans: Plans;
  readonly state: "draft" | "scheduled" | "withdrawn";
  readonly created: Signature;
  readonly changedAt: number;
  readonly effectiveAt: number | null;
  readonly scheduled: Signature | null;
  readonly withdrawn: Signature | null;
}

function signature(by: string | null, at: number | null, reason: string | null): Signature | null {
  return by === null || at === null || reason === null ? null : { by, at, reason };
}

function toVersion(row: Selectable<FeeVersions>): FeeVersion {
  return {
    id: row.id,
    number: row.number,
    plans: row.plans as unknown as Plans,
    state: row.state as FeeVersion["state"],
    created: { by: row.created_by, at: row.created_at, reason: row.reason },
    changedAt: row.changed_at,
    effectiveAt: row.effective_at,
    scheduled: signature(row.scheduled_by, row.scheduled_at, row.scheduled_reason),
    withdrawn: signature(row.withdrawn_by, row.withdrawn_at, row.withdrawn_reason),
  };
}

/** The newest versions first, whatever has become of them. */
export async function list(db: Database, limit: number): Promise<FeeVersion[]> {
  return (await db.selectFrom("fee_versions").selectAll().orderBy("number", "desc").limit(limit).execute()).map(toVersion);
}

/** Those that are or will be in force, the first to come into force first. */
export async function listScheduled(db: Database): Promise<FeeVersion[]> {
  return (await db.selectFrom("fee_versions").selectAll().where("state", "=", "scheduled").orderBy("effective_at").execute()).map(toVersion);
}

/** A version, locked: what is decided about it happens one after the other. */
export async function lockById(transaction: Transaction, id: string): Promise<FeeVersion | null> {
  const row = await transaction.selectFrom("fee_versions").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  return row === undefined ? null : toVersion(row);
}

/** As `listScheduled`, and nobody schedules or withdraws another one meanwhile. */
export async function lockScheduled(transaction: Transaction): Promise<FeeVersion[]> {
  await sql`lock table fee_versions in share row exclusive mode`.execute(transaction);
  return listScheduled(transaction);
}

/** A new draft. */
export async function insert(
  transaction: Transaction,
  draft: { readonly id: string; readonly plans: Plans; readonly created: Signature },
): Promise<void> {
  const { by, at, reason } = draft.created;
  await transaction
    .insertInto("fee_versions")
    .values({ id: draft.id, plans: JSON.stringify(draft.plans), reason, created_at: at, created_by: by, changed_at: at })
    .execute();
}

/** Changes a draft that was locked. */
export async function update(
  transaction: Transaction,
  draft: { readonly id: string; readonly plans: Plans; readonly reason: string; readonly now: number },
): Promise<void> {
  await transaction
    .updateTable("fee_versions")
    .set({ plans: JSON.stringify(draft.plans), reason: draft.reason, changed_at: draft.now })
    .where("id", "=", draft.id)
    .execute();
}

/** A draft that was locked gets its day. */
export async function schedule(transaction: Transaction, id: string, effectiveAt: number, signed: Signature): Promise<void> {
  await transaction
    .updateTable("fee_versions")
    .set({ state: "scheduled", effective_at: effectiveAt, scheduled_at: signed.at, scheduled_by: signed.by, scheduled_reason: signed.reason })
    .where("id", "=", id)
    .execute();
}

/** Takes back a version that was locked. */
export async function withdraw(transaction: Transaction, id: string, signed: Signature): Promise<void> {
  await transaction
    .updateTable("fee_versions")
    .set({ state: "withdrawn", withdrawn_at: signed.at, withdrawn_by: signed.by, withdrawn_reason: signed.reason })
    .where("id", "=", id)
    .execute();
}
