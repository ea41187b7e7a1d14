import type {
  NamedReceipt,
  Page,
  RoundOrderRow,
  RoundReceiptsInput,
  RoundRow,
  RoundsInput,
  RoundView,
  WorkerReceiptsInput,
} from "@lingong/contracts";
import { type KeptRecord, orders, type Round, receipts, rounds } from "@lingong/db";
import { dispatchRound, type Job, type Order, parseRecord, type Receipt, type RoundRecord, type RoundResult, SECOND } from "@lingong/domain";
import { recordLook } from "../admin/audit-log.ts";
import { knownCategory, knownCity } from "../catalog/lookup.ts";
import { found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { categoryRef } from "../orders/view/category.ts";
import { policyOf } from "../policy/policies.ts";
import { namedReceipts } from "./named-receipts.ts";
import { fingerprintOf } from "./record.ts";

/** An order nobody takes is looked at again and again: so many of its latest receipts are shown. */
export const ofOneOrder = 300;

function roundRow(round: Round): RoundRow {
  const { id, policyVersion, workers, offers, microseconds, recorded } = round;
  return { id, at: iso(round.at), policyVersion, orders: round.orders, workers, offers, receipts: round.receipts, microseconds, recorded };
}

/** A city's rounds, the newest first. */
export async function listRounds({ services }: Signed, { cityId, withOffers, cursor, limit }: RoundsInput): Promise<Page<RoundRow>> {
  knownCity(cityId);
  const page = await rounds.list(services.db, { cityId, withOffers: withOffers ?? false, cursor: cursor ?? null, limit: limit ?? 30 });
  return { items: page.items.map(roundRow), nextCursor: page.nextCursor };
}

/** What a round comes to when it is run again on what was kept of it. */
interface RunAgain {
  readonly kept: KeptRecord;
  readonly record: RoundRecord;
  readonly result: RoundResult;
  readonly identical: boolean;
}

async function runAgain({ services }: Signed, round: Round): Promise<RunAgain | null> {
  const range = { from: round.at, to: round.at + 1, cityId: round.cityId };
  for await (const kept of rounds.readRecords(services.db, range)) {
    if (kept.roundId !== round.id) continue;
    const record = parseRecord(kept.text);
    const { policy } = await policyOf(services, record.policyHash);
    const result = dispatchRound(record.snapshot, policy, record.at);
    return { kept, record, result, identical: fingerprintOf(result) === kept.decisionsHash };
  }
  return null;
}

type Counts = Record<Receipt["outcome"], number>;

/** How each order's receipts end, in one pass: a large round has very many. */
function countByOrder({ receipts: all }: RoundResult): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { orderId, outcome } of all) {
    const own = counts.get(orderId) ?? { offered: 0, passed_over: 0, excluded: 0 };
    own[outcome] += 1;
    counts.set(orderId, own);
  }
  return counts;
}

function orderRow(job: Job, order: Order | undefined, counts: Counts | undefined, result: RoundResult): RoundOrderRow {
  const moved = result.waves.find(({ orderId }) => orderId === job.orderId)?.to;
  return {
    orderId: job.orderId,
    category: categoryRef(knownCategory(job.categoryId)),
    district: order?.terms.place?.district ?? null,
    waitedSeconds: Math.max(0, Math.round((result.at - job.waitingSince) / SECOND)),
    wave: (moved ?? job.wave) + 1,
    offers: counts?.offered ?? 0,
    ranked: (counts?.offered ?? 0) + (counts?.passed_over ?? 0),
    excluded: counts?.excluded ?? 0,
    problem: result.unplaceable.find(({ orderId }) => orderId === job.orderId)?.code ?? null,
  };
}

/** One round: what it was asked, what it decided, and whether running it again decides the same to the byte. */
export async function loadRound(ctx: Signed, roundId: number): Promise<RoundView> {
  const { services } = ctx;
  const round = found(await rounds.findById(services.db, roundId));
  const again = await runAgain(ctx, round);
  const jobs = again?.record.snapshot.jobs ?? [];
  const about = new Map(
    (
      await orders.findMany(
        services.db,
        jobs.map(({ orderId }) => orderId),
      )
    ).map((order) => [order.id, order]),
  );
  const counts = again === null ? new Map<string, Counts>() : countByOrder(again.result);
  return {
    ...roundRow(round),
    cityId: round.cityId,
    zone: knownCity(round.cityId).zone,
    replay: again === null ? "not_kept" : again.identical ? "identical" : "different",
    inputsBytes: again?.kept.compressedBytes ?? null,
    orderRows: again === null ? [] : jobs.map((job) => orderRow(job, about.get(job.orderId), counts.get(job.orderId), again.result)),
  };
}

/** Everybody a round considered, order by order, by rank. */
export async function listRoundReceipts(ctx: Signed, { roundId, orderId, cursor, limit }: RoundReceiptsInput): Promise<Page<NamedReceipt>> {
  const { services } = ctx;
  await recordLook(ctx, { action: "receipts.read", subjectKind: "round", subjectId: String(roundId) });
  const page = await receipts.listForRound(services.db, { roundId, orderId: orderId ?? null, cursor: cursor ?? null, limit: limit ?? 50 });
  return { items: await namedReceipts(services, page.items), nextCursor: page.nextCursor };
}

/** The latest decisions about one order, everybody considered. @throws `not_found` */
export async function listOrderReceipts(ctx: Signed, orderId: string): Promise<NamedReceipt[]> {
  const { services } = ctx;
  found(await orders.findById(services.db, orderId));
  await recordLook(ctx, { action: "receipts.read", subjectKind: "order", subjectId: orderId });
  return namedReceipts(services, await receipts.listForOrder(services.db, orderId, ofOneOrder));
}

/** Every decision about one worker, the newest first. */
export async function listWorkerReceipts(ctx: Signed, { workerId, cursor, limit }: WorkerReceiptsInput): Promise<Page<NamedReceipt>> {
  const { services } = ctx;
  await recordLook(ctx, { action: "receipts.read", subjectKind: "worker", subjectId: workerId });
  const page = await receipts.listForWorker(services.db, { workerId, cursor: cursor ?? null, limit: limit ?? 50 });
  return { items: await namedReceipts(services, page.items), nextCursor: page.nextCursor };
}
