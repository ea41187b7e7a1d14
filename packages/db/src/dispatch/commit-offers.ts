import type { PassedOverReason } from "@lingong/domain";
import { sql } from "kysely";
import type { Database, Transaction } from "../database.ts";
import { leaveHints } from "../live/outbox.ts";
import type { Hint } from "../orders/save-order-input.ts";
import { inTransaction } from "../transaction.ts";
import { type Lease, lockLease } from "./leases.ts";
import type { OfferKind } from "./offers.repository.ts";
import { searchHints } from "./search-hints.ts";

/** One offer a round decided on, with what the decision rested on. */
export interface PlannedOffer {
  readonly orderId: string;
  readonly orderVersion: number;
  readonly workerId: string;
  readonly calendarVersion: number;
  readonly kind: OfferKind;
  readonly round: number;
  readonly wave: number;
  readonly live: boolean;
  readonly score: number | null;
  readonly rank: number | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly expiresAt: number;
}

/** Why a worker was, or was not, offered an order; the parts in the rule book's order. */
export interface ReceiptRow {
  readonly orderId: string;
  readonly workerId: string;
  readonly result: "offered" | "passed" | "excluded";
  readonly code: string | null;
  readonly score: number | null;
  readonly rank: number | null;
  readonly parts: readonly number[] | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

/** Everything one round of a city leaves. */
export interface RoundCommit {
  readonly lease: Lease;
  readonly cityId: string;
  readonly now: number;
  readonly policyVersion: string;
  readonly policyHash: string;
  readonly orders: number;
  readonly workers: number;
  readonly microseconds: number;
  readonly offers: readonly PlannedOffer[];
  readonly receipts: readonly ReceiptRow[];
  /** Orders whose wave goes on, and to which. */
  readonly waves: readonly { readonly orderId: string; readonly wave: number }[];
}

export interface CommittedOffer {
  readonly id: string;
  readonly orderId: string;
  readonly workerId: string;
}

export type RoundAnswer =
  | { readonly committed: true; readonly roundId: number; readonly offers: readonly CommittedOffer[] }
  /** The lease is somebody else's by now: nothing was written. */
  | { readonly committed: false };

/** Orders still at the snapshot's version, locked in order; what somebody is changing right now is left out. */
async function lockOrders(transaction: Transaction, offers: readonly PlannedOffer[]): Promise<Set<string>> {
  const versions = new Map(offers.map(({ orderId, orderVersion }) => [orderId, orderVersion]));
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from orders where id = any (${[...versions.keys()]}::uuid[]) and state = 'matching' order by id for share skip locked`.execute(
    transaction,
  );
  return new Set(rows.filter(({ id, version }) => versions.get(id) === version).map(({ id }) => id));
}

/** A worker as the lock found them. */
interface LockedWorker {
  readonly calendarVersion: number;
  readonly online: boolean;
}

/** Verified workers nobody is changing right now, locked in order. */
async function lockWorkers(transaction: Transaction, offers: readonly PlannedOffer[]): Promise<Map<string, LockedWorker>> {
  const ids = [...new Set(offers.map(({ workerId }) => workerId))];
  const { rows } = await sql<{ id: string; calendar_version: number; online: boolean }>`
    select id, calendar_version, online from workers where id = any (${ids}::uuid[]) and verified
    order by id for no key update skip locked`.execute(transaction);
  return new Map(rows.map(({ id, calendar_version, online }) => [id, { calendarVersion: calendar_version, online }]));
}

/** Whether a worker is still as the snapshot saw them. Those offline are asked only where nobody else is (§6). */
function isStill(worker: LockedWorker | undefined, offer: PlannedOffer): boolean {
  return worker !== undefined && worker.calendarVersion === offer.calendarVersion && (worker.online || offer.kind !== "wave");
}

async function insertOffers(transaction: Transaction, round: RoundCommit, offers: readonly PlannedOffer[]): Promise<CommittedOffer[]> {
  const { rows } = await sql<{ id: string; order_id: string; worker_id: string }>`
    insert into offers (city_id, order_id, worker_id, kind, round, wave, live, score, rank, details, created_at, expires_at)
    select ${round.cityId}, t."orderId", t."workerId", t.kind, t.round, t.wave, t.live, t.score, t.rank, t.details, ${round.now}, t."expiresAt"
    from jsonb_to_recordset(${JSON.stringify(offers)}::jsonb) as t ("orderId" uuid, "workerId" uuid, kind text, round integer, wave integer,
      live boolean, score integer, rank integer, details jsonb, "expiresAt" bigint)
    order by t."workerId"
    on conflict do nothing
    returning id, order_id, worker_id`.execute(transaction);
  return rows.map(({ id, order_id, worker_id }) => ({ id, orderId: order_id, workerId: worker_id }));
}

async function insertRound(transaction: Transaction, round: RoundCommit, offers: number): Promise<number> {
  const row = await transaction
    .insertInto("dispatch_rounds")
    .values({
      city_id: round.cityId,
      at: round.now,
      policy_version: round.policyVersion,
      policy_hash: round.policyHash,
      orders: round.orders,
      workers: round.workers,
      offers,
      microseconds: Math.round(round.microseconds),
      receipts: round.receipts.length,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Receipts of the round. Of an offer that could not be made it says so: the order or the worker had changed meanwhile. */
async function insertReceipts(transaction: Transaction, round: RoundCommit, roundId: number, made: readonly CommittedOffer[]): Promise<void> {
  const pairs = new Set(made.map(({ orderId, workerId }) => `${orderId} ${workerId}`));
  const receipts = round.receipts.map((receipt) =>
    receipt.result !== "offered" || pairs.has(`${receipt.orderId} ${receipt.workerId}`)
      ? receipt
      : { ...receipt, result: "passed" as const, code: "changed_meanwhile" satisfies PassedOverReason },
  );
  if (receipts.length === 0) return;
  await sql`
    insert into receipts (city_id, order_id, worker_id, round_id, at, result, code, score, rank, parts, detail)
    select ${round.cityId}, t."orderId", t."workerId", ${roundId}, ${round.now}, t.result, t.code, t.score, t.rank, t.parts, t.detail
    from jsonb_to_recordset(${JSON.stringify(receipts)}::jsonb) as t ("orderId" uuid, "workerId" uuid, result text, code text, score smallint,
      rank integer, parts smallint[], detail jsonb)
    on conflict do nothing`.execute(transaction);
}

function hintsFor(offers: readonly CommittedOffer[], round: RoundCommit): Hint[] {
  const kinds = new Map(round.offers.map(({ orderId, workerId, expiresAt }) => [`${orderId} ${workerId}`, expiresAt]));
  return offers.map(({ id, orderId, workerId }) => ({
    rooms: [`user:${workerId}`],
    kind: "offer",
    subjectId: id,
    version: null,
    data: { state: "open", orderId, expiresAt: kinds.get(`${orderId} ${workerId}`) ?? null },
  }));
}

/**
 * Commits a round in one transaction: the lease is locked and checked first, then orders, then workers, each by id; what
 * is no longer as the snapshot saw it gets no offer. Offers, receipts, waves and the workers' hints stand or fall together.
 */
export function commitOffers(db: Database, round: RoundCommit): Promise<RoundAnswer> {
  return inTransaction(db, async (transaction) => {
    if (!(await lockLease(transaction, round.lease))) return { committed: false } as const;
    const orders = round.offers.length === 0 ? new Set<string>() : await lockOrders(transaction, round.offers);
    const standing = round.offers.filter(({ orderId }) => orders.has(orderId));
    const workers = standing.length === 0 ? new Map<string, LockedWorker>() : await lockWorkers(transaction, standing);
    const valid = standing.filter((offer) => isStill(workers.get(offer.workerId), offer));
    const offers = valid.length === 0 ? [] : await insertOffers(transaction, round, valid);
    const roundId = await insertRound(transaction, round, offers.length);
    await insertReceipts(transaction, round, roundId, offers);
    for (const { orderId, wave } of round.waves) {
      await transaction
        .updateTable("matching")
        .set({ wave, wave_since: round.now })
        .where("order_id", "=", orderId)
        .where("wave", "<", wave)
        .execute();
    }
    const changed = searchHints([...offers, ...round.waves].map(({ orderId }) => orderId));
    await leaveHints(transaction, [...hintsFor(offers, round), ...changed], round.now);
    return { committed: true, roundId, offers } as const;
  });
}
