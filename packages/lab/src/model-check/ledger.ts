import type { JournalEntry, Transfer } from "@lingong/domain";
import type { Ledger } from "./world.ts";

const side = (account: string): keyof Ledger | null => {
  if (account.startsWith("escrow:")) return "escrow";
  if (account.startsWith("gateway:")) return "customer";
  if (account.startsWith("worker:")) return "worker";
  return account === "commission" ? "commission" : null;
};

/** A tip goes from the gateway straight to the worker, without the escrow. */
const isTip = (transfer: Transfer): boolean => transfer.from.startsWith("gateway:") && transfer.to.startsWith("worker:");

/** Posts entries to the checker's own ledger. */
export function post(ledger: Ledger, entries: readonly JournalEntry[]): Ledger {
  const balances = { ...ledger };
  for (const transfer of entries.flatMap((entry) => entry.transfers)) {
    const [from, to] = [side(transfer.from), side(transfer.to)];
    if (from !== null) balances[from] -= transfer.fen;
    if (to !== null) balances[to] += transfer.fen;
    if (isTip(transfer)) balances.tips += transfer.fen;
  }
  return balances;
}
