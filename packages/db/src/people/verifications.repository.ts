import type { Selectable } from "kysely";
import type { Verifications } from "../database.generated.ts";
import type { Database } from "../database.ts";
import { brokenConstraint } from "../failure.ts";

export type VerificationState = "pending" | "verified" | "refused" | "withdrawn";

/** A worker's real name and ID number, encrypted, and how its check stands. */
export interface Verification {
  readonly id: string;
  readonly workerId: string;
  readonly state: VerificationState;
  readonly realNameCipher: Buffer;
  readonly idNumberCipher: Buffer;
  readonly photoIds: readonly string[];
  readonly submittedAt: number;
  readonly dueAt: number;
  readonly decidedAt: number | null;
  readonly decidedBy: string | null;
  readonly refusedField: string | null;
  readonly refusedReason: string | null;
}

function toVerification(row: Selectable<Verifications>): Verification {
  return {
    id: row.id,
    workerId: row.worker_id,
    state: row.state as VerificationState,
    realNameCipher: row.real_name_cipher,
    idNumberCipher: row.id_number_cipher,
    photoIds: row.photo_ids,
    submittedAt: row.submitted_at,
    dueAt: row.due_at,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    refusedField: row.refused_field,
    refusedReason: row.refused_reason,
  };
}

export interface NewVerification {
  readonly workerId: string;
  readonly realNameCipher: Uint8Array;
  readonly idNumberCipher: Uint8Array;
  readonly idNumberHash: Uint8Array;
  readonly photoIds?: readonly string[];
  readonly now: number;
  readonly dueAt: number;
}

/** Submits a check. `taken`: another account has this ID number; `pending`: one of this worker's is under way. */
export async function insert(db: Database, verification: NewVerification): Promise<Verification | "taken" | "pending"> {
  try {
    const row = await db
      .insertInto("verifications")
      .values({
        worker_id: verification.workerId,
        state: "pending",
        real_name_cipher: Buffer.from(verification.realNameCipher),
        id_number_cipher: Buffer.from(verification.idNumberCipher),
        id_number_hash: Buffer.from(verification.idNumberHash),
        photo_ids: [...(verification.photoIds ?? [])],
        submitted_at: verification.now,
        due_at: verification.dueAt,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return toVerification(row);
  } catch (error) {
    if (brokenConstraint(error) === "verifications_one_open") return "pending";
    if (brokenConstraint(error) === "verifications_one_person") return "taken";
    throw error;
  }
}

export async function findById(db: Database, id: string): Promise<Verification | null> {
  const row = await db.selectFrom("verifications").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : toVerification(row);
}

/** The worker's newest check; null: none was submitted. */
export async function findLatest(db: Database, workerId: string): Promise<Verification | null> {
  return (await findManyLatest(db, [workerId])).get(workerId) ?? null;
}

export async function findManyLatest(db: Database, workerIds: readonly string[]): Promise<Map<string, Verification>> {
  if (workerIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("verifications")
    .selectAll()
    .distinctOn("worker_id")
    .where("worker_id", "in", [...new Set(workerIds)])
    .orderBy("worker_id")
    .orderBy("submitted_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return new Map(rows.map((row) => [row.worker_id, toVerification(row)]));
}

/** Checks that wait for a decision, oldest first. */
export async function listPending(db: Database, limit: number): Promise<Verification[]> {
  const rows = await db.selectFrom("verifications").selectAll().where("state", "=", "pending").orderBy("submitted_at").limit(limit).execute();
  return rows.map(toVerification);
}

/** Decides a pending check; false when it was decided before. */
export async function decide(
  db: Database,
  decision: { id: string; state: "verified" | "refused" | "withdrawn"; by: string; field?: string; reason?: string; now: number },
): Promise<boolean> {
  const answer = await db
    .updateTable("verifications")
    .set({
      state: decision.state,
      decided_at: decision.now,
      decided_by: decision.by,
      refused_field: decision.field ?? null,
      refused_reason: decision.reason ?? null,
    })
    .where("id", "=", decision.id)
    .where("state", "=", "pending")
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}
