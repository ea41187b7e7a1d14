import type { LedgerAudit, OrderResult } from "./verify.ts";

/** The whole run, as `--json` prints it. */
export interface DemoReport {
  readonly orders: readonly OrderResult[];
  readonly ledger: { readonly entries: number; readonly sum: number; readonly escrowOpen: number };
  readonly chains: "intact" | "broken";
  readonly offerLatencyMs: { readonly p50: number; readonly p99: number };
  readonly problems: readonly string[];
}

/** The value below which a share of the sorted values lies: the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export function reportOf(
  results: readonly OrderResult[],
  audit: LedgerAudit,
  offerMs: readonly number[],
  problems: readonly string[],
  chainsIntact: boolean,
): DemoReport {
  return {
    orders: results,
    ledger: { entries: audit.entries, sum: audit.sum, escrowOpen: audit.escrowOpen },
    chains: chainsIntact ? "intact" : "broken",
    offerLatencyMs: { p50: percentile(offerMs, 0.5), p99: percentile(offerMs, 0.99) },
    problems: [...problems, ...audit.problems],
  };
}

const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;

/** One order's bill and split in words. */
export function wordsOf(result: OrderResult): string {
  const parts = [
    `paid ${yuan(result.paidFen)}`,
    `worker ${yuan(result.workerNetFen)}`,
    `platform ${yuan(result.commissionFen)}`,
    `back ${yuan(result.refundedFen)}`,
  ];
  if (result.cancellationFeeFen > 0) parts.push(`cancellation fee ${yuan(result.cancellationFeeFen)}`);
  return `  = ${result.finalState}: ${parts.join(" · ")}`;
}

export function printReport(report: DemoReport): void {
  const { ledger, offerLatencyMs } = report;
  console.log(`\nLedger: ${ledger.entries} entries, recomputed from their transfers: sum ${ledger.sum}, open in escrow ${yuan(ledger.escrowOpen)}`);
  console.log(`Event chains: ${report.chains}`);
  console.log(`From paying to the offer on the worker's phone: p50 ${offerLatencyMs.p50} ms, p99 ${offerLatencyMs.p99} ms`);
  for (const problem of report.problems) console.log(`MISMATCH ${problem}`);
}
