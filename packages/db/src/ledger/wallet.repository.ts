import type { Fen } from "@lingong/domain";
import type { Database } from "../database.ts";
import { walletOf } from "./wallet-name.ts";

export * from "./payout-accounts.repository.ts";
export * from "./payout-holds.repository.ts";
export * from "./statement.repository.ts";
export * from "./withdrawals.repository.ts";

/** What a worker may withdraw now. */
export async function findBalance(db: Database, workerId: string): Promise<Fen> {
  const row = await db
    .selectFrom("accounts")
    .innerJoin("balances", "balances.account_id", "accounts.id")
    .select("balances.fen")
    .where("accounts.name", "=", walletOf(workerId))
    .executeTakeFirst();
  return row?.fen ?? 0;
}
