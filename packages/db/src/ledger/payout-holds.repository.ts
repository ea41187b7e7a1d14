import type { Database, Transaction } from "../database.ts";

/** An admin keeps a worker's money in the wallet, and says why. */
export interface PayoutHold {
  readonly id: string;
  readonly workerId: string;
  readonly reason: string;
  readonly heldBy: string;
  readonly heldAt: number;
}

/** The hold that is on a worker's payouts now; null: none. */
export async function findHold(db: Database, workerId: string): Promise<PayoutHold | null> {
  const row = await db.selectFrom("payout_holds").selectAll().where("worker_id", "=", workerId).where("lifted_at", "is", null).executeTakeFirst();
  return row === undefined ? null : { id: row.id, workerId: row.worker_id, reason: row.reason, heldBy: row.held_by, heldAt: row.held_at };
}

/** Puts a hold on; false when one is on already. */
export async function insertHold(transaction: Transaction, hold: Omit<PayoutHold, "id">): Promise<boolean> {
  const answer = await transaction
    .insertInto("payout_holds")
    .values({ worker_id: hold.workerId, reason: hold.reason, held_by: hold.heldBy, held_at: hold.heldAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Lifts the hold that is on; false when there is none. */
export async function liftHold(transaction: Transaction, lifted: { workerId: string; by: string; reason: string; now: number }): Promise<boolean> {
  const answer = await transaction
    .updateTable("payout_holds")
    .set({ lifted_by: lifted.by, lifted_reason: lifted.reason, lifted_at: lifted.now })
    .where("worker_id", "=", lifted.workerId)
    .where("lifted_at", "is", null)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** Keys of this worker's payouts that wait to be called: what a hold has kept back. */
export async function listWaitingPayouts(db: Database, workerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("intents")
    .innerJoin("withdrawals", "withdrawals.id", "intents.withdrawal_id")
    .select("intents.key")
    .where("withdrawals.worker_id", "=", workerId)
    .where("intents.kind", "=", "payout")
    .where("intents.state", "in", ["pending", "sent"])
    .execute();
  return rows.map(({ key }) => key);
}
