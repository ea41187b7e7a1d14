import { canonicalJson, defaultPolicy, dueAt, type Order, type OrderEvent, type Policy, replay } from "@lingong/domain";
import { sql } from "kysely";
import type { Database, Transaction } from "../database.ts";
import { type ChainedEvent, firstBrokenLink } from "../orders/chain.ts";

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
  /** Kept balances that differ from their transfers; orders whose money differs from their escrow; entries without transfers, or the reverse. */
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
  /** Orders read at a time. */
  readonly batch?: number;
}

const FINDINGS_MOST = 100;

class Findings {
  readonly list: string[] = [];

  add(finding: string): void {
    if (this.list.length < FINDINGS_MOST) this.list.push(finding);
  }
}

interface Books {
  readonly entries: number;
  readonly accounts: number;
  readonly sum: number;
  readonly negative: number;
  readonly mismatches: number;
  /** Escrow balances that are not zero, by order. */
  readonly escrows: ReadonlyMap<string, number>;
}

async function auditBooks(transaction: Transaction, findings: Findings): Promise<Books> {
  const { rows } = await sql<{ name: string; computed: number; kept: number | null; keeps: boolean }>`
    select a.name, coalesce(s.fen, 0)::bigint as computed, b.fen as kept, a.id >= 1000 as keeps
    from accounts a left join balances b on b.account_id = a.id left join (
      select account, sum(fen) as fen from (
        select to_id as account, fen from transfers union all select from_id, -fen from transfers
      ) as moves group by account
    ) as s on s.account = a.id`.execute(transaction);
  const strayed = await sql<{ entries: number; empty: number; orphans: number; unknown: number }>`
    select (select count(*) from journal_entries) as entries,
      (select count(*) from journal_entries e where not exists (select from transfers t where t.entry_id = e.id)) as empty,
      (select count(*) from transfers t where not exists (select from journal_entries e where e.id = t.entry_id)) as orphans,
      (select count(*) from transfers t where not exists (select from accounts a where a.id = t.from_id)
        or not exists (select from accounts a where a.id = t.to_id)) as unknown`.execute(transaction);
  const counted = strayed.rows[0] ?? { entries: 0, empty: 0, orphans: 0, unknown: 0 };
  let [sum, negative, mismatches] = [0, 0, counted.empty + counted.orphans + counted.unknown];
  const escrows = new Map<string, number>();
  for (const { name, computed, kept, keeps } of rows) {
    sum += computed;
    if (keeps && computed < 0) {
      negative += 1;
      findings.add(`${name} is at ${computed} fen`);
    }
    if (keeps ? kept !== computed : kept !== null) {
      mismatches += 1;
      findings.add(`${name} keeps ${kept} fen, its transfers say ${computed}`);
    }
    if (name.startsWith("escrow:") && computed !== 0) escrows.set(name.slice("escrow:".length), computed);
  }
  if (mismatches > 0 && counted.empty + counted.orphans + counted.unknown > 0) {
    findings.add(
      `${counted.empty} entries without transfers, ${counted.orphans} transfers without entry, ${counted.unknown} with an unknown account`,
    );
  }
  return { entries: counted.entries, accounts: rows.length, sum, negative, mismatches, escrows };
}

interface OrderRow {
  readonly id: string;
  readonly body: unknown;
  readonly head_hash: Buffer;
  readonly due_at: number | null;
  readonly what: string | null;
}

async function loadOrders(transaction: Transaction, after: string | null, batch: number): Promise<OrderRow[]> {
  const { rows } = await sql<OrderRow>`
    select o.id, o.body, o.head_hash, d.due_at, d.what from orders o left join deadlines d on d.order_id = o.id
    where ${after}::uuid is null or o.id > ${after}::uuid order by o.id limit ${batch}`.execute(transaction);
  return rows;
}

async function loadEvents(transaction: Transaction, orderIds: readonly string[]): Promise<Map<string, ChainedEvent[]>> {
  const { rows } = await sql<{ order_id: string; body: unknown; prev_hash: Buffer; hash: Buffer }>`
    select order_id, body, prev_hash, hash from order_events where order_id = any (${[...orderIds]}::uuid[]) order by order_id, version`.execute(
    transaction,
  );
  const byOrder = new Map<string, ChainedEvent[]>();
  for (const { order_id, body, prev_hash, hash } of rows) {
    const events = byOrder.get(order_id) ?? [];
    events.push({ event: body as OrderEvent, previousHash: prev_hash.toString("hex"), hash: hash.toString("hex") });
    byOrder.set(order_id, events);
  }
  return byOrder;
}

function chainIsWhole(row: OrderRow, events: readonly ChainedEvent[]): boolean {
  return events.length > 0 && firstBrokenLink(events) === null && events.at(-1)?.hash === row.head_hash.toString("hex");
}

function isReplayed(row: OrderRow, events: readonly ChainedEvent[]): boolean {
  try {
    return canonicalJson(replay(events.map(({ event }) => event))) === canonicalJson(row.body);
  } catch {
    return false;
  }
}

function deadlineHolds(row: OrderRow, policy: Policy): boolean {
  const due = dueAt(row.body as Order, policy);
  return due === null ? row.due_at === null : due.at === row.due_at && due.what === row.what;
}

function heldFen({ money }: Order): number {
  return money.capturedFen - money.refundedFen - money.releasedFen - money.commissionFen;
}

interface OrderCounts {
  orders: number;
  mismatches: number;
  brokenChains: number;
  replayMismatches: number;
  deadlineMismatches: number;
}

function auditOrder(
  row: OrderRow,
  context: { events: readonly ChainedEvent[]; policy: Policy; escrow: number; counts: OrderCounts; findings: Findings },
): void {
  const { events, policy, escrow, counts, findings } = context;
  counts.orders += 1;
  if (!chainIsWhole(row, events)) {
    counts.brokenChains += 1;
    findings.add(`order ${row.id}: the chain breaks at event ${firstBrokenLink(events) ?? events.length}`);
  }
  if (!isReplayed(row, events)) {
    counts.replayMismatches += 1;
    findings.add(`order ${row.id} is not what its events tell`);
  }
  if (!deadlineHolds(row, policy)) {
    counts.deadlineMismatches += 1;
    findings.add(`order ${row.id} keeps the deadline ${row.what} at ${row.due_at}, which is not the one it derives`);
  }
  const held = heldFen(row.body as Order);
  if (held !== escrow) {
    counts.mismatches += 1;
    findings.add(`order ${row.id} counts ${held} fen as held, its escrow has ${escrow}`);
  }
}

async function loadPolicies(transaction: Transaction): Promise<ReadonlyMap<string, Policy>> {
  const rows = await transaction.selectFrom("policies").select(["hash", "body"]).execute();
  return new Map(rows.map(({ hash, body }) => [hash, body as unknown as Policy]));
}

/**
 * Recomputes every balance from transfers and checks every order against its escrow, its events (chain and replay) and
 * its deadline, in one snapshot of the database. Changes nothing.
 */
export function auditLedger(db: Database, options: AuditOptions = {}): Promise<LedgerAudit> {
  const { policy = defaultPolicy, batch = 500 } = options;
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (transaction) => {
      await sql`set local statement_timeout = 0`.execute(transaction);
      const findings = new Findings();
      const books = await auditBooks(transaction, findings);
      const policies = await loadPolicies(transaction);
      const escrows = new Map(books.escrows);
      const counts: OrderCounts = { orders: 0, mismatches: 0, brokenChains: 0, replayMismatches: 0, deadlineMismatches: 0 };
      for (
        let rows = await loadOrders(transaction, null, batch);
        rows.length > 0;
        rows = await loadOrders(transaction, rows.at(-1)?.id ?? null, batch)
      ) {
        const ids = rows.map(({ id }) => id);
        const events = await loadEvents(transaction, ids);
        for (const row of rows) {
          const pinned = (row.body as Order).assignment?.pinned.policyHash;
          const context = { policy: policies.get(pinned ?? "") ?? policy, escrow: escrows.get(row.id) ?? 0, counts, findings };
          auditOrder(row, { ...context, events: events.get(row.id) ?? [] });
          escrows.delete(row.id);
        }
      }
      for (const [id, fen] of escrows) findings.add(`escrow:${id} holds ${fen} fen of no order`);
      return {
        entries: books.entries,
        accounts: books.accounts,
        orders: counts.orders,
        escrowOpen: [...books.escrows.values()].reduce((total, fen) => total + fen, 0),
        sum: books.sum,
        negative: books.negative,
        mismatches: books.mismatches + counts.mismatches + escrows.size,
        brokenChains: counts.brokenChains,
        replayMismatches: counts.replayMismatches,
        deadlineMismatches: counts.deadlineMismatches,
        findings: findings.list,
      };
    });
}
