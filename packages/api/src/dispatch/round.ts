import {
  commitOffers,
  customers,
  findMedianIncome,
  type Lease,
  loadSnapshots,
  market,
  matching,
  type PlannedOffer,
  type ReceiptRow,
  type RoundCommit,
  reviews,
  type WaitingOrder,
} from "@lingong/db";
import {
  dispatchRound,
  type Instant,
  isHarsh,
  type Job,
  jobOf,
  mayAskMore,
  type Policy,
  type Receipt,
  type RoundMarket,
  type RoundOffer,
  type RoundResult,
  regularFor,
  relevantTo,
  scorePartNames,
  searchAreaOf,
  type WorkerSnapshot,
} from "@lingong/domain";
import { knownCategory } from "../catalog/lookup.ts";
import { loadMarket } from "../catalog/market.ts";
import type { Services } from "../kernel/context.ts";
import { policyOf } from "../policy/policies.ts";
import { refuseDirect } from "./direct.ts";
import { isNews, keepRecord } from "./record.ts";

export interface RoundReport {
  /** Offers made now; 0 also when the lease was lost. */
  readonly offers: number;
  /** Orders looked at. */
  readonly orders: number;
  /** False: the lease is somebody else's, who goes on. */
  readonly held: boolean;
  /** Settles when the round's record is kept; never rejects. Offers need not wait for it, a stopping server does. */
  readonly recorded: Promise<void>;
}

const nothingToRecord = Promise.resolve();

/** What dispatch knows of the customers of a round: completed orders, reviews received, reviews given. */
async function loadCustomers(services: Services, ids: readonly string[], policy: Policy, now: Instant) {
  const [statistics, received, given] = await Promise.all([
    customers.findManyStatistics(services.db, ids),
    reviews.countReceived(services.db, ids),
    reviews.countGiven(services.db, ids, now - policy.dispatch.flags.harshWithin),
  ]);
  return (id: string) => ({
    customerCompletedOrders: statistics.get(id)?.completedOrders ?? 0,
    customerReviewCount: received.get(id)?.reviews ?? 0,
    customerHarsh: isHarsh({ reviews: given.get(id)?.given ?? 0, bad: given.get(id)?.bad ?? 0 }, policy),
  });
}

/** So many of a customer's regulars are looked at: the one asked first is among those worked with last. */
const regularsAtMost = 20;

/** The regulars of customers who want them asked first: like a direct booking, that reaches them offline as well. */
async function loadRegulars({ db }: Services, waiting: readonly WaitingOrder[]): Promise<string[]> {
  const first = waiting.filter(({ order, askedWorkerIds, wave }) => order.terms.regularsFirst && askedWorkerIds.length === 0 && wave === 0);
  const ids = [...new Set(first.map(({ order }) => order.customerId))];
  const lists = await Promise.all(ids.map((id) => customers.listRegulars(db, id, regularsAtMost)));
  return lists.flat().map(({ workerId }) => workerId);
}

/** Everybody who might be asked: online workers in reach of an order, and those whom an order is reserved for even when offline. */
async function loadWorkers(
  services: Services,
  cityId: string,
  waiting: readonly WaitingOrder[],
  policy: Policy,
  now: Instant,
): Promise<WorkerSnapshot[]> {
  const { bufferFixed, bufferRemote } = policy.dispatch;
  const common = { customerIds: [...new Set(waiting.map(({ order }) => order.customerId))], now, buffers: { bufferFixed, bufferRemote } };
  const asking = waiting.map(({ order: { terms }, exactPosition }) => ({ categoryId: terms.categoryId, mode: terms.mode, position: exactPosition }));
  const online = await loadSnapshots(services.db, { which: { cityId, area: searchAreaOf(asking, policy) }, ...common });
  const known = new Set(online.map(({ id }) => id));
  const wanted = [...waiting.flatMap(({ order }) => order.direct?.workerId ?? []), ...(await loadRegulars(services, waiting))];
  const reserved = [...new Set(wanted)].filter((id) => !known.has(id));
  return reserved.length === 0 ? online : [...online, ...(await loadSnapshots(services.db, { which: { workerIds: reserved }, ...common }))];
}

async function loadRoundMarket(services: Services, cityId: string, jobs: readonly Job[]): Promise<RoundMarket> {
  const categories = [...new Set(jobs.map(({ categoryId }) => categoryId))];
  const prices = await Promise.all(categories.map(async (id) => [id, await loadMarket(services, id, cityId)] as const));
  return {
    medianIncomePerHourFen: await findMedianIncome(services.db, cityId),
    medianRateFen: Object.fromEntries(prices.flatMap(([id, price]) => (price.source === "settled" ? [[id, price.medianFen] as const] : []))),
  };
}

/** The one worker an order is reserved for now: booked directly, else the regular it is offered to first (§6). */
function exclusiveOf(waiting: WaitingOrder, job: Job, workers: readonly WorkerSnapshot[], policy: Policy, now: Instant): string | null {
  const { order, regularWorkerId } = waiting;
  if (order.direct !== null) return order.direct.workerId;
  // While a regular is being asked, nobody else is: the window is theirs alone (§6).
  if (regularWorkerId !== null) return regularWorkerId;
  const fresh = waiting.askedWorkerIds.length === 0 && waiting.wave === 0;
  return order.terms.regularsFirst && fresh ? regularFor(job, workers, policy, now) : null;
}

async function loadJobs(
  services: Services,
  waiting: readonly WaitingOrder[],
  workers: readonly WorkerSnapshot[],
  policy: Policy,
  now: Instant,
): Promise<Job[]> {
  const customerOf = await loadCustomers(services, [...new Set(waiting.map(({ order }) => order.customerId))], policy, now);
  return waiting.map((each) => {
    const { order, wave, openOffers, askedInWave, askedWorkerIds, exactPosition } = each;
    const { customerCompletedOrders, customerReviewCount, customerHarsh } = customerOf(order.customerId);
    const facts = { policy, category: knownCategory(order.terms.categoryId), exactPosition, customerCompletedOrders };
    const job = jobOf(order, facts, now, {
      wave,
      openOffers,
      askedInWave,
      askedWorkerIds,
      exclusiveWorkerId: null,
      customerReviewCount,
      customerHarsh,
    });
    return { ...job, exclusiveWorkerId: exclusiveOf(each, job, workers, policy, now) };
  });
}

function plannedOffer(offer: RoundOffer, direct: ReadonlySet<string>): PlannedOffer {
  const exclusive = direct.has(offer.orderId) ? "direct" : "regular";
  return {
    orderId: offer.orderId,
    orderVersion: offer.orderVersion,
    workerId: offer.workerId,
    calendarVersion: offer.calendarVersion,
    kind: offer.exclusive ? exclusive : "wave",
    round: offer.round,
    wave: offer.wave,
    live: offer.live,
    score: offer.score,
    rank: offer.rank,
    details: { parts: offer.parts, of: offer.of, metres: offer.metres, travelMinutes: offer.travelMinutes, flags: offer.flags },
    expiresAt: offer.expiresAt,
  };
}

function receiptRow(receipt: Receipt): ReceiptRow {
  const head = { orderId: receipt.orderId, workerId: receipt.workerId };
  if (receipt.outcome === "excluded")
    return {
      ...head,
      result: "excluded",
      code: receipt.reason,
      score: null,
      rank: null,
      parts: null,
      detail: { wave: receipt.wave, round: receipt.round },
    };
  const passed = receipt.outcome === "passed_over";
  return {
    ...head,
    result: passed ? "passed" : "offered",
    code: passed ? receipt.reason : null,
    score: receipt.score,
    rank: receipt.rank,
    parts: scorePartNames.map((part) => receipt.parts[part]),
    detail: { wave: receipt.wave, round: receipt.round, of: receipt.of, metres: receipt.metres, improvement: passed ? receipt.improvement : null },
  };
}

function commitOf(result: RoundResult, direct: ReadonlySet<string>): Pick<RoundCommit, "offers" | "receipts" | "waves"> {
  return {
    offers: result.offers.map((offer) => plannedOffer(offer, direct)),
    receipts: [...result.receipts].map(receiptRow),
    waves: result.waves.map(({ orderId, to }) => ({ orderId, wave: to })),
  };
}

/**
 * One round of a city (§6): snapshot without a lock, decisions by the domain outside any transaction, and a commit that
 * checks lease, order versions and calendars. Orders booked directly whose worker cannot be asked are opened or refunded.
 */
export async function runDispatchRound(services: Services, cityId: string, lease: Lease): Promise<RoundReport> {
  const now = services.clock.now();
  const { policy, hash } = await policyOf(services, null);
  const asking = (await matching.listStandings(services.db, cityId)).filter((search) => mayAskMore(search, policy));
  const waiting = await matching.findWaiting(
    services.db,
    asking.map(({ orderId }) => orderId),
  );
  if (waiting.length === 0) return { offers: 0, orders: 0, held: true, recorded: nothingToRecord };
  const workers = await loadWorkers(services, cityId, waiting, policy, now);
  const jobs = await loadJobs(services, waiting, workers, policy, now);
  const [openOffers, roundMarket] = await Promise.all([market.listOpenOffers(services.db, cityId), loadRoundMarket(services, cityId, jobs)]);
  const from = performance.now();
  const snapshot = relevantTo({ jobs, workers, openOffers, market: roundMarket }, policy);
  const result = dispatchRound(snapshot, policy, now);
  const microseconds = (performance.now() - from) * 1_000;
  for (const { orderId } of result.exclusivesOver) await refuseDirect(services, orderId);
  for (const problem of result.unplaceable) services.logger.error({ cityId, ...problem }, "an order no round can place");
  if (!isNews(services, cityId, result)) return { offers: 0, orders: jobs.length, held: true, recorded: nothingToRecord };
  const direct = new Set(waiting.flatMap(({ order }) => (order.direct === null ? [] : [order.id])));
  const answer = await commitOffers(services.db, {
    lease,
    cityId,
    now,
    policyVersion: policy.version,
    policyHash: hash,
    orders: jobs.length,
    workers: workers.length,
    microseconds,
    ...commitOf(result, direct),
  });
  if (!answer.committed) return { offers: 0, orders: jobs.length, held: false, recorded: nothingToRecord };
  const record = { at: now, policyVersion: policy.version, policyHash: hash, snapshot };
  return { offers: answer.offers.length, orders: jobs.length, held: true, recorded: keepRecord(services, answer.roundId, cityId, record, result) };
}
