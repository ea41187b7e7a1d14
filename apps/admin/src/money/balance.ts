import type { AccountBalance } from "@lingong/contracts";

/** What lies on all accounts of a kind together, and how many there are. */
export function sumOfKind(rows: readonly AccountBalance[], kind: string): { readonly fen: number; readonly accounts: number } {
  const own = rows.filter((row) => row.kind === kind);
  return { fen: own.reduce((total, { fen }) => total + fen, 0), accounts: own.reduce((total, { accounts }) => total + accounts, 0) };
}

/** Kinds of which there is one account each order, worker or provider: a row of them is a sum. */
const manyOf: readonly string[] = ["escrow", "worker"];

/** The account a row stands for; null: it sums many. */
export function accountOf({ account, kind }: Pick<AccountBalance, "account" | "kind">): string | null {
  return manyOf.includes(kind) && account === kind ? null : account;
}

/** 0 to 1: a balance beside the largest, for a bar. */
export function shareOfLargest(rows: readonly AccountBalance[], fen: number): number {
  const largest = Math.max(1, ...rows.map((row) => Math.abs(row.fen)));
  return Math.abs(fen) / largest;
}
