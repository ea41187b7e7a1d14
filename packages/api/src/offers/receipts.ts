import type { MyReceiptsInput, Page, ReceiptView } from "@lingong/contracts";
import { loadSnapshots, type OfferLine, orders, type Receipt, receipts } from "@lingong/db";
import { DAY, type Order, type Policy, prepaidFen, type ScoreParts, scorePartNames, type WorkerSnapshot } from "@lingong/domain";
import { knownCategory } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { splitOf } from "../orders/terms/split.ts";
import { categoryRef } from "../orders/view/category.ts";
import { policyOf } from "../policy/policies.ts";
import { scoreView } from "./score.ts";

/** How far back a worker's list goes: what is older helps nobody to the next order. */
const toldFor = 14 * DAY;

/** What a kept receipt says beside its columns. Those of earlier versions lack some of it. */
interface Detail {
  readonly wave?: number;
  readonly round?: number;
  readonly of?: number;
  readonly metres?: number;
  readonly improvement?: (Omit<NonNullable<ReceiptView["improvement"]>, "rank"> & { readonly rank?: number }) | null;
}

function partsOf(points: readonly number[]): ScoreParts {
  return Object.fromEntries(scorePartNames.map((part, index) => [part, points[index] ?? 0])) as unknown as ScoreParts;
}

/** What a receipt is shown with: its order, the round's line, and (to its own worker) what the order would have brought. */
interface Shown {
  readonly order: Order;
  readonly line: OfferLine | undefined;
  readonly netFen: number | null;
  readonly policy: Policy;
}

function receiptView(receipt: Receipt, { order, line, netFen, policy }: Shown): ReceiptView {
  const detail = (receipt.detail ?? {}) as Detail;
  const { parts, score, rank, policyVersion } = receipt;
  const wave = detail.wave ?? 0;
  return {
    id: `${receipt.roundId}-${receipt.orderId}`,
    orderId: receipt.orderId,
    at: iso(receipt.at),
    category: categoryRef(knownCategory(order.terms.categoryId)),
    district: order.terms.place?.district ?? null,
    zone: order.zone,
    startsAt: iso(order.startsAt),
    netFen,
    distanceMetres: order.terms.mode === "remote" ? null : (detail.metres ?? null),
    round: detail.round ?? 1,
    wave: wave + 1,
    waveKm: policy.dispatch.waveRadiiKm[wave] ?? null,
    policyVersion,
    outcome: receipt.result === "passed" ? "passed_over" : receipt.result,
    reason: receipt.code,
    score: parts === null || score === null ? null : scoreView(partsOf(parts), { total: score, rank, policyVersion }, policy),
    of: detail.of ?? null,
    lineScore: line?.score ?? null,
    improvement: detail.improvement == null ? null : { ...detail.improvement, rank: detail.improvement.rank ?? null },
  };
}

/** What an order would bring a worker by the facts of now (§4): the split an offer would show. */
function netFor(order: Order, worker: WorkerSnapshot | undefined, policy: Policy): number | null {
  if (worker === undefined) return null;
  const { plan, travelFen, categoryId } = order.terms;
  const facts = {
    certified: worker.qualifications.find((one) => one.categoryId === categoryId)?.certified ?? false,
    level: worker.level,
    completedOrders: worker.completedOrders,
    completedTogetherBefore: worker.together[order.customerId]?.completed ?? 0,
  };
  return splitOf({ plan, baseFen: prepaidFen(order) - travelFen, travelFen }, facts, policy).workerNetFen;
}

/** Receipts as they are read; `forWorkerId`: by their own worker, with what each order would have brought. */
export async function receiptViews(services: Services, list: readonly Receipt[], forWorkerId: string | null): Promise<ReceiptView[]> {
  if (list.length === 0) return [];
  const { db } = services;
  const [{ policy }, about, lines] = await Promise.all([
    policyOf(services, null),
    orders.findMany(db, [...new Set(list.map(({ orderId }) => orderId))]),
    receipts.findLines(db, list),
  ]);
  const byId = new Map(about.map((order) => [order.id, order]));
  const [worker] = forWorkerId === null ? [] : await loadOwn(services, forWorkerId, about, policy);
  return list.map((receipt) => {
    const order = byId.get(receipt.orderId) ?? fail("not_found");
    const line = lines.get(`${receipt.roundId}:${receipt.orderId}`);
    return receiptView(receipt, { order, line, netFen: netFor(order, worker, policy), policy });
  });
}

function loadOwn({ db, clock }: Services, workerId: string, about: readonly Order[], policy: Policy): Promise<WorkerSnapshot[]> {
  const { bufferFixed, bufferRemote } = policy.dispatch;
  const customerIds = [...new Set(about.map(({ customerId }) => customerId))];
  return loadSnapshots(db, { which: { workerIds: [workerId] }, customerIds, now: clock.now(), buffers: { bufferFixed, bufferRemote } });
}

/** Orders near this worker that went to others, or those they were asked for: one line an order, the newest first. */
export async function listMyReceipts({ services, session }: Signed, input: MyReceiptsInput): Promise<Page<ReceiptView>> {
  const workerId = session.userId;
  const since = services.clock.now() - toldFor;
  const wanted = { workerId, since, told: input.told ?? "missed", cursor: input.cursor ?? null, limit: input.limit ?? 20 };
  const page = await receipts.listOrdersOfWorker(services.db, wanted);
  return { items: await receiptViews(services, page.items, workerId), nextCursor: page.nextCursor };
}

/** One's own receipt. @throws `not_found`, also for another worker's. */
export async function loadMyReceipt({ services, session }: Signed, receiptId: string): Promise<ReceiptView> {
  const at = receiptId.indexOf("-");
  const which = { roundId: Number(receiptId.slice(0, at)), orderId: receiptId.slice(at + 1), workerId: session.userId };
  const receipt = found(await receipts.find(services.db, which));
  return found((await receiptViews(services, [receipt], session.userId))[0]);
}
