import type { Fen } from "@lingong/domain";
import type { Selectable } from "kysely";
import { sql } from "kysely";
import type { Withdrawals } from "../database.generated.ts";
import type { Database, Transaction } from "../database.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";

/** A withdrawal; its states are the withdrawal machine's. */
export interface WithdrawalRow {
  readonly id: string;
  readonly workerId: string;
  readonly payoutAccountId: string;
  readonly fen: Fen;
  readonly feeFen: Fen;
  readonly state: string;
  readonly provider: string;
  readonly providerReference: string | null;
  readonly failure: string | null;
  readonly heldBy: string | null;
  readonly heldReason: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

function toWithdrawal(row: Selectable<Withdrawals>): WithdrawalRow {
  return {
    id: row.id,
    workerId: row.worker_id,
    payoutAccountId: row.payout_account_id,
    fen: row.fen,
    feeFen: row.fee_fen,
    state: row.state,
    provider: row.provider,
    providerReference: row.provider_reference,
    failure: row.failure,
    heldBy: row.held_by,
    heldReason: row.held_reason,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Locks the worker's wallet to the transaction's end: two withdrawals at once are counted one after the other. */
export async function lockWallet(transaction: Transaction, workerId: string): Promise<void> {
  await sql`select from workers where id = ${workerId} for no key update`.execute(transaction);
}

export async function insertWithdrawal(
  transaction: Transaction,
  withdrawal: Pick<WithdrawalRow, "id" | "workerId" | "payoutAccountId" | "fen" | "feeFen" | "state" | "provider" | "createdAt">,
): Promise<void> {
  await transaction
    .insertInto("withdrawals")
    .values({
      id: withdrawal.id,
      worker_id: withdrawal.workerId,
      payout_account_id: withdrawal.payoutAccountId,
      fen: withdrawal.fen,
      fee_fen: withdrawal.feeFen,
      state: withdrawal.state,
      provider: withdrawal.provider,
      created_at: withdrawal.createdAt,
      updated_at: withdrawal.createdAt,
    })
    .execute();
}

export async function findWithdrawal(db: Database, id: string): Promise<WithdrawalRow | null> {
  const row = await db.selectFrom("withdrawals").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : toWithdrawal(row);
}

/** Locks a withdrawal to the transaction's end. */
export async function lockWithdrawal(transaction: Transaction, id: string): Promise<WithdrawalRow | null> {
  const row = await transaction.selectFrom("withdrawals").selectAll().where("id", "=", id).forNoKeyUpdate().executeTakeFirst();
  return row === undefined ? null : toWithdrawal(row);
}

/** Moves a withdrawal from one state to another; false when it was not in the first any more. */
export async function moveWithdrawal(
  db: Database,
  move: {
    id: string;
    from: string;
    to: string;
    now: number;
    providerReference?: string;
    failure?: string;
    heldBy?: string | null;
    heldReason?: string | null;
  },
): Promise<boolean> {
  const answer = await db
    .updateTable("withdrawals")
    .set({
      state: move.to,
      updated_at: move.now,
      ...(move.providerReference === undefined ? {} : { provider_reference: move.providerReference }),
      ...(move.failure === undefined ? {} : { failure: move.failure }),
      ...(move.heldBy === undefined ? {} : { held_by: move.heldBy }),
      ...(move.heldReason === undefined ? {} : { held_reason: move.heldReason }),
    })
    .where("id", "=", move.id)
    .where("state", "=", move.from)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** Withdrawals of a worker (absent: everybody's), newest first. */
export async function listWithdrawals(
  db: Database,
  wanted: PageRequest & { workerId?: string; states?: readonly string[] },
): Promise<Page<WithdrawalRow>> {
  const rows = await db
    .selectFrom("withdrawals")
    .selectAll()
    .$if(wanted.workerId !== undefined, (query) => query.where("worker_id", "=", wanted.workerId ?? ""))
    .$if(wanted.states !== undefined, (query) => query.where("state", "in", [...(wanted.states ?? [])]))
    .$if(Boolean(wanted.cursor), (query) => query.where("id", "<", wanted.cursor ?? ""))
    .orderBy("id", "desc")
    .limit(wanted.limit + 1)
    .execute();
  return pageOf(rows, wanted.limit, { toItem: toWithdrawal, cursorOf: ({ id }) => id });
}

/** How many withdrawals a worker has made since an instant (failed ones not counted when named in `except`). */
export async function countWithdrawals(db: Database, wanted: { workerId: string; since: number; except: readonly string[] }): Promise<number> {
  const row = await db
    .selectFrom("withdrawals")
    .select(sql<number>`count(*)`.as("count"))
    .where("worker_id", "=", wanted.workerId)
    .where("created_at", ">=", wanted.since)
    .$if(wanted.except.length > 0, (query) => query.where("state", "not in", [...wanted.except]))
    .executeTakeFirstOrThrow();
  return row.count;
}
