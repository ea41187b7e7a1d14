import type { JournalInput, JournalOutput, JournalRow, TrialBalance } from "@lingong/contracts";
import { ledger, type PostedEntry } from "@lingong/db";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { recordLook } from "./audit-log.ts";

export function journalRow(entry: PostedEntry): JournalRow {
  return {
    id: String(entry.id),
    at: iso(entry.at),
    key: entry.key,
    reason: entry.reason,
    orderId: entry.orderId,
    transfers: entry.transfers.map((transfer) => ({ ...transfer })),
  };
}

/** The trial balance, from transfers: it always adds up to 0. */
export async function loadTrialBalance({ services }: Signed): Promise<TrialBalance> {
  const balance = await ledger.findTrialBalance(services.db);
  return {
    at: iso(services.clock.now()),
    rows: balance.rows.map((row) => ({ ...row })),
    sumFen: balance.sum,
    entries: balance.entries,
    transfers: balance.transfers,
  };
}

/** The journal, newest first; looking into one account or order is noted. */
export async function loadJournal(ctx: Signed, input: JournalInput): Promise<JournalOutput> {
  const page = await ledger.listJournal(ctx.services.db, { ...input, limit: input.limit ?? 50 });
  if (input.account !== undefined) await recordLook(ctx, { action: "journal.read", subjectKind: "account", subjectId: input.account });
  return { items: page.items.map(journalRow), nextCursor: page.nextCursor };
}
