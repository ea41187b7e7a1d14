import type { AccountName } from "@lingong/domain";

/** The ledger's name of a worker's wallet. */
export function walletOf(workerId: string): AccountName {
  return `worker:${workerId}`;
}
