import type { Claim, ClaimState } from "@lingong/domain";
import type { Selectable } from "kysely";
import type { Claims } from "../database.generated.ts";
import type { Database, Transaction } from "../database.ts";
import { brokenConstraint } from "../failure.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";

/** A claim with what is sealed beside it under its claimant's key. */
export interface ClaimRecord {
  readonly claim: Claim & { readonly state: ClaimState };
  readonly cityId: string;
  readonly textCipher: Uint8Array | null;
  readonly payeeCipher: Uint8Array | null;
  readonly payeeMasked: string | null;
  readonly updatedAt: number;
}

function toRecord(row: Selectable<Claims>): ClaimRecord {
  return {
    claim: row.body as unknown as ClaimRecord["claim"],
    cityId: row.city_id,
    textCipher: row.text_cipher,
    payeeCipher: row.payee_cipher,
    payeeMasked: row.payee_masked,
    updatedAt: row.updated_at,
  };
}

function columnsOf({ claim, textCipher, payeeCipher, payeeMasked, updatedAt }: Omit<ClaimRecord, "cityId">) {
  return {
    state: claim.state,
    version: claim.version,
    asked_fen: claim.askedFen,
    approved_fen: claim.approvedFen,
    body: JSON.stringify(claim),
    text_cipher: textCipher === null ? null : Buffer.from(textCipher),
    payee_cipher: payeeCipher === null ? null : Buffer.from(payeeCipher),
    payee_masked: payeeMasked,
    submitted_at: claim.submittedAt,
    updated_at: updatedAt,
  };
}

/** Keeps a new claim; `open`: this side has one under way on the assignment; `taken`: the id is another claim's. */
export async function insert(db: Database, record: ClaimRecord): Promise<"kept" | "open" | "taken"> {
  const { id, orderId, assignmentId, claimantId, side, createdAt } = record.claim;
  const identity = {
    id,
    city_id: record.cityId,
    order_id: orderId,
    assignment_id: assignmentId,
    claimant_id: claimantId,
    side,
    created_at: createdAt,
  };
  try {
    await db
      .insertInto("claims")
      .values({ ...identity, ...columnsOf(record) })
      .execute();
    return "kept";
  } catch (error) {
    const broken = brokenConstraint(error);
    if (broken === "claims_one_open") return "open";
    if (broken === "claims_pkey") return "taken";
    throw error;
  }
}

/** Saves the next state of a claim, by compare-and-swap on its version; false: somebody was faster. */
export async function save(db: Database, record: ClaimRecord): Promise<boolean> {
  const answer = await db
    .updateTable("claims")
    .set(columnsOf(record))
    .where("id", "=", record.claim.id)
    .where("version", "=", record.claim.version - 1)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

export async function findById(db: Database, id: string): Promise<ClaimRecord | null> {
  const row = await db.selectFrom("claims").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : toRecord(row);
}

/** All claims on an assignment, locked in order, so that two decisions about one cover come one after the other. */
export async function lockForAssignment(transaction: Transaction, assignmentId: string): Promise<ClaimRecord[]> {
  const rows = await transaction.selectFrom("claims").selectAll().where("assignment_id", "=", assignmentId).orderBy("id").forUpdate().execute();
  return rows.map(toRecord);
}

/** The claims of an order, oldest first; a side has one at a time, so they are few. */
export async function listForOrder(db: Database, orderId: string): Promise<ClaimRecord[]> {
  const rows = await db.selectFrom("claims").selectAll().where("order_id", "=", orderId).orderBy("created_at").orderBy("id").limit(200).execute();
  return rows.map(toRecord);
}

/** Claims that wait for somebody, the longest waiting first. */
export async function listWaiting(db: Database, limit: number): Promise<ClaimRecord[]> {
  const rows = await db
    .selectFrom("claims")
    .selectAll()
    .where("state", "in", ["submitted", "reviewing", "approved"])
    .orderBy("submitted_at")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(toRecord);
}

/** Claims that were paid or refused, the latest first. The cursor is the moment and id of the last. */
export async function listEnded(db: Database, { cursor, limit }: PageRequest): Promise<Page<ClaimRecord>> {
  let query = db.selectFrom("claims").selectAll().where("state", "in", ["paid", "refused"]);
  const [at, id] = (cursor ?? "").split("_");
  if (at !== undefined && id !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple("updated_at", "id"), "<", tuple(Number(at), id)));
  }
  const rows = await query
    .orderBy("updated_at", "desc")
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, { toItem: toRecord, cursorOf: (row) => `${row.updated_at}_${row.id}` });
}
