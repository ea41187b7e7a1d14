import type { LingongClient } from "@lingong/client";
import { firstBrokenLink } from "@lingong/db";
import { type OrderEvent, replay } from "@lingong/domain";
import type { PlayedOrder } from "./play.ts";
import type { Story } from "./story.ts";

/** One played order held against what its story expects, to the fen. */
export interface OrderResult {
  readonly id: string;
  readonly story: string;
  readonly finalState: string;
  readonly paidFen: number;
  readonly workerNetFen: number;
  readonly commissionFen: number;
  readonly refundedFen: number;
  readonly cancellationFeeFen: number;
  readonly timeline: PlayedOrder["timeline"];
}

type Transfer = { readonly from: string; readonly to: string; readonly fen: number };
type Dossier = Awaited<ReturnType<LingongClient["api"]["admin"]["dossier"]["query"]>>;

/** Sums an order's transfers: everything below is computed from them, not from what the server says of itself. */
function sumOf(transfers: readonly Transfer[], pick: (transfer: Transfer) => boolean): number {
  return transfers.filter(pick).reduce((total, { fen }) => total + fen, 0);
}

export function resultOf(played: PlayedOrder, dossier: Dossier): OrderResult {
  const transfers = dossier.journal.flatMap((entry) => entry.transfers);
  const fee = played.order.bill?.lines.filter((line) => line.kind === "cancellation_fee").reduce((total, line) => total + line.fen, 0) ?? 0;
  return {
    id: played.id,
    story: played.storyId,
    finalState: dossier.order.state,
    paidFen: sumOf(transfers, ({ from, to }) => from.startsWith("gateway:") && to.startsWith("escrow:")),
    workerNetFen: sumOf(transfers, ({ from, to }) => from.startsWith("escrow:") && to.startsWith("worker:")),
    commissionFen: sumOf(transfers, ({ to }) => to === "commission"),
    refundedFen: sumOf(transfers, ({ from, to }) => from.startsWith("escrow:") && to.startsWith("gateway:")),
    cancellationFeeFen: fee,
    timeline: played.timeline,
  };
}

/** Recomputes a dossier's hash chain and replays it. Null: intact, and the order is the fold of its events. */
export function brokenChain(dossier: Dossier): string | null {
  const links = dossier.events.map(({ version, at, byRole, byId, command, from, to, changes, hash, previousHash }) => ({
    event: {
      orderId: dossier.order.id,
      version,
      at: Date.parse(at),
      by: { role: byRole, id: byId },
      command,
      from,
      to,
      changes,
    } as unknown as OrderEvent,
    hash,
    previousHash,
  }));
  const broken = firstBrokenLink(links);
  if (broken !== null) return `event ${broken} does not follow from the one before`;
  const told = replay(links.map(({ event }) => event));
  return told.state === dossier.order.state && told.version === dossier.order.version
    ? null
    : `the events tell of ${told.state}, the order is ${dossier.order.state}`;
}

/** What a story expects and did not get. */
export function differences(story: Story, result: OrderResult): readonly string[] {
  const got: Readonly<Record<string, unknown>> = { ...result };
  return Object.entries(story.expect).flatMap(([field, wanted]) =>
    got[field] === wanted ? [] : [`${field}: expected ${wanted}, got ${String(got[field])}`],
  );
}

export interface LedgerAudit {
  readonly entries: number;
  readonly sum: number;
  readonly escrowOpen: number;
  readonly problems: readonly string[];
}

/** Reads the whole journal page by page and recomputes every account from its transfers, then compares with the trial balance. */
export async function auditJournal(admin: LingongClient): Promise<LedgerAudit> {
  const balances = new Map<string, number>();
  let entries = 0;
  let cursor: string | null = null;
  do {
    const page = await readPage(admin, cursor);
    for (const { from, to, fen } of page.items.flatMap((entry) => entry.transfers)) {
      balances.set(from, (balances.get(from) ?? 0) - fen);
      balances.set(to, (balances.get(to) ?? 0) + fen);
    }
    entries += page.items.length;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return {
    entries,
    sum: total(balances, () => true),
    escrowOpen: total(balances, (name) => name.startsWith("escrow:")),
    problems: await compare(admin, balances, entries),
  };
}

function readPage(admin: LingongClient, cursor: string | null) {
  return admin.api.admin.journal.query(cursor === null ? { limit: 100 } : { limit: 100, cursor });
}

function total(balances: ReadonlyMap<string, number>, pick: (name: string) => boolean): number {
  return [...balances].filter(([name]) => pick(name)).reduce((sum, [, fen]) => sum + fen, 0);
}

/** The trial balance the server shows, against the balances computed here; and balances that may never be below zero. */
async function compare(admin: LingongClient, balances: ReadonlyMap<string, number>, entries: number): Promise<readonly string[]> {
  const shown = await admin.api.admin.trialBalance.query();
  const problems = [...balances]
    .filter(([name, fen]) => fen < 0 && (name.startsWith("escrow:") || name.startsWith("worker:")))
    .map(([name, fen]) => `${name} is ${fen}`);
  if (shown.sumFen !== 0) problems.push(`the trial balance sums to ${shown.sumFen}`);
  if (shown.entries !== entries) problems.push(`the trial balance counts ${shown.entries} entries, the journal has ${entries}`);
  for (const row of shown.rows) {
    const prefix = `${row.account.replace(/:?\*?$/, "")}:`;
    const mine = balances.get(row.account) ?? total(balances, (name) => name.startsWith(prefix));
    if (mine !== row.fen) problems.push(`${row.account}: the trial balance says ${row.fen}, the transfers ${mine}`);
  }
  return problems;
}
