import type { Policy } from "@lingong/domain";
import { sql } from "kysely";
import type { Database } from "../database.ts";
import { auditBooks } from "./books.ts";
import { auditClaims } from "./claims.ts";
import { Findings } from "./findings.ts";
import { auditOrders } from "./orders.ts";

/** What the audit found. Everything but `entries`, `accounts`, `orders` and `escrowOpen` is 0 when all is well. */
export interface LedgerAudit {
  readonly entries: number;
  readonly accounts: number;
  readonly orders: number;
  /** Fen held in escrows. */
  readonly escrowOpen: number;
  /** All accounts added up, from transfers. */
  readonly sum: number;
  /** Escrows and wallets below zero. */
  readonly negative: number;
  /** Kept balances that differ from their transfers, entries and transfers without each other, claims paid otherwise than approved, and every invariant of §2 an order violates. */
  readonly mismatches: number;
  readonly brokenChains: number;
  /** Orders that are not what their events tell. */
  readonly replayMismatches: number;
  /** Orders whose kept deadline is not the one they derive. */
  readonly deadlineMismatches: number;
  /** The first of them, in words. */
  readonly findings: readonly string[];
}

export interface AuditOptions {
  /** The policy of orders that have none pinned. Default: the one the code brings. */
  readonly policy?: Policy;
  /** Orders read at a time; accounts come in tens of it. */
  readonly batch?: number;
}

/**
 * Recomputes every balance from transfers and checks every order against its escrow, its invariants, its events (chain
 * and replay) and its deadline, in one snapshot of the database and a memory that does not grow with it. Changes nothing.
 */
export function auditLedger(db: Database, options: AuditOptions = {}): Promise<LedgerAudit> {
  const { batch = 500 } = options;
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (transaction) => {
      await sql`set local statement_timeout = 0`.execute(transaction);
      const findings = new Findings();
      const books = await auditBooks(transaction, batch * 10, findings);
      const counts = await auditOrders(transaction, { ...options, batch }, findings);
      const claimMismatches = await auditClaims(transaction, findings);
      const { entries, accounts, sum, negative, escrowOpen } = books;
      const { orders, brokenChains, replayMismatches, deadlineMismatches } = counts;
      const mismatches = books.mismatches + counts.mismatches + claimMismatches;
      return {
        entries,
        accounts,
        orders,
        escrowOpen,
        sum,
        negative,
        mismatches,
        brokenChains,
        replayMismatches,
        deadlineMismatches,
        findings: findings.list,
      };
    });
}
