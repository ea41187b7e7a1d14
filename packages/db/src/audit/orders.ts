import { canonicalJson, defaultPolicy, dueAt, type Order, type OrderEvent, type Policy, policyHash, replay } from "@lingong/domain";
import { sql } from "kysely";
import type { Transaction } from "../database.ts";
import { type ChainedEvent, firstBrokenLink } from "../orders/chain.ts";
import { loadBeside } from "./beside.ts";
import type { Findings } from "./findings.ts";
import { type Beside, invariants } from "./invariants.ts";

export interface OrderCounts {
  readonly orders: number;
  readonly mismatches: number;
  readonly brokenChains: number;
  readonly replayMismatches: number;
  readonly deadlineMismatches: number;
}

interface OrderRow {
  readonly id: string;
  readonly body: unknown;
  readonly head_hash: Buffer;
  /** Whether the columns to find it by say what the body says. */
  readonly copied: boolean;
  readonly due_at: number | null;
  readonly what: string | null;
}

/** What is looked at for one order. */
interface Case {
  readonly row: OrderRow;
  readonly events: readonly ChainedEvent[];
  readonly beside: Beside;
  readonly policy: Policy;
}

async function loadOrders(transaction: Transaction, after: string | null, batch: number): Promise<OrderRow[]> {
  const { rows } = await sql<OrderRow>`
    select o.id, o.body, o.head_hash, d.due_at, d.what,
      (o.body ->> 'id' = o.id::text and (o.body ->> 'version')::integer = o.version and o.body ->> 'state' = o.state
        and o.body ->> 'customerId' = o.customer_id::text and (o.body -> 'assignment' ->> 'workerId') is not distinct from o.worker_id::text
        and o.body ->> 'cityId' = o.city_id and (o.body ->> 'endedAt')::bigint is not distinct from o.ended_at
        and (o.body ->> 'rateFenPerHour')::bigint = o.rate_fen_per_hour) is true as copied
    from orders o left join deadlines d on d.order_id = o.id
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

function chainIsWhole({ row, events }: Case): boolean {
  const own = events.every(({ event }) => event.orderId === row.id);
  return own && events.length > 0 && firstBrokenLink(events) === null && events.at(-1)?.hash === row.head_hash.toString("hex");
}

function isReplayed({ row, events }: Case): boolean {
  try {
    return row.copied && canonicalJson(replay(events.map(({ event }) => event))) === canonicalJson(row.body);
  } catch {
    return false;
  }
}

function deadlineHolds({ row, policy }: Case): boolean {
  const due = dueAt(row.body as Order, policy);
  return due === null ? row.due_at === null : due.at === row.due_at && due.what === row.what;
}

function auditOrder(found: Case, findings: Findings): OrderCounts {
  const { row, events, beside, policy } = found;
  const [whole, replayed, due] = [chainIsWhole(found), isReplayed(found), deadlineHolds(found)];
  const violated = invariants.filter(([, holds]) => !holds(row.body as Order, beside, policy));
  if (!whole) findings.add(`order ${row.id}: the chain breaks at event ${firstBrokenLink(events) ?? events.length}`);
  if (!replayed) findings.add(`order ${row.id} is not what its events tell`);
  if (!due) findings.add(`order ${row.id} keeps the deadline ${row.what} at ${row.due_at}, which is not the one it derives`);
  for (const [words] of violated) findings.add(`order ${row.id} ${words}`);
  return {
    orders: 1,
    mismatches: violated.length,
    brokenChains: whole ? 0 : 1,
    replayMismatches: replayed ? 0 : 1,
    deadlineMismatches: due ? 0 : 1,
  };
}

function add(a: OrderCounts, b: OrderCounts): OrderCounts {
  return {
    orders: a.orders + b.orders,
    mismatches: a.mismatches + b.mismatches,
    brokenChains: a.brokenChains + b.brokenChains,
    replayMismatches: a.replayMismatches + b.replayMismatches,
    deadlineMismatches: a.deadlineMismatches + b.deadlineMismatches,
  };
}

/** Policies kept for the orders that pinned them. One whose hash is not its own judges nothing and is a finding. */
async function loadPolicies(transaction: Transaction, findings: Findings): Promise<{ policies: ReadonlyMap<string, Policy>; mismatches: number }> {
  const rows = await transaction.selectFrom("policies").select(["hash", "body"]).execute();
  const policies = new Map(rows.map(({ hash, body }) => [hash, body as unknown as Policy]));
  const forged = [...policies].filter(([hash, policy]) => policyHash(policy) !== hash);
  for (const [hash] of forged) findings.add(`the policy kept as ${hash} has another hash`);
  return { policies, mismatches: forged.length };
}

/** Events and deadlines whose order is gone. */
async function auditLeftovers(transaction: Transaction, findings: Findings): Promise<OrderCounts> {
  const { rows } = await sql<{ chains: number; deadlines: number }>`
    select (select count(distinct order_id) from order_events e where not exists (select from orders o where o.id = e.order_id)) as chains,
      (select count(*) from deadlines d where not exists (select from orders o where o.id = d.order_id)) as deadlines`.execute(transaction);
  const { chains, deadlines } = rows[0] ?? { chains: 0, deadlines: 0 };
  if (chains > 0) findings.add(`${chains} event chains of no order`);
  if (deadlines > 0) findings.add(`${deadlines} deadlines of no order`);
  return { orders: 0, mismatches: 0, brokenChains: chains, replayMismatches: 0, deadlineMismatches: deadlines };
}

/** Checks every order against its events, its money and its deadline, `batch` orders in memory at a time. */
export async function auditOrders(
  transaction: Transaction,
  options: { readonly policy?: Policy; readonly batch: number },
  findings: Findings,
): Promise<OrderCounts> {
  const { policy = defaultPolicy, batch } = options;
  const { policies, mismatches } = await loadPolicies(transaction, findings);
  let counts = add(await auditLeftovers(transaction, findings), {
    orders: 0,
    mismatches,
    brokenChains: 0,
    replayMismatches: 0,
    deadlineMismatches: 0,
  });
  let after: string | null = null;
  for (;;) {
    const rows: OrderRow[] = await loadOrders(transaction, after, batch);
    if (rows.length === 0) return counts;
    const ids = rows.map(({ id }) => id);
    const [events, besideOf] = [await loadEvents(transaction, ids), await loadBeside(transaction, ids)];
    for (const row of rows) {
      const pinned = (row.body as Order).assignment?.pinned.policyHash ?? "";
      const found = { row, events: events.get(row.id) ?? [], beside: besideOf(row.id), policy: policies.get(pinned) ?? policy };
      counts = add(counts, auditOrder(found, findings));
    }
    after = rows.at(-1)?.id ?? null;
  }
}
