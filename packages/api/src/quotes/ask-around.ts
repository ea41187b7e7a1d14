import { customers, inTransaction, leaveHints, loadSnapshots, notifications, orders, quotes } from "@lingong/db";
import { exclusionOf, type Job, jobOf, scoreOf } from "@lingong/domain";
import { knownCategory } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { policyOf } from "../policy/policies.ts";

/** So many are told that a price is wanted; everybody else finds the order in the hall. */
const askedAtMost = 10;
const quotesLookedAt = 200;

/**
 * Tells the fittest workers of a city that an order is open to quotes: those who could take it and have not quoted, in the order of dispatch's own
 * score, each once. It reserves nothing, and not answering counts for nothing. Does nothing once the order has moved on.
 */
export async function askAround(services: Services, orderId: string): Promise<void> {
  const { db } = services;
  const record = await orders.findById(db, orderId);
  if (record === null || record.order.state !== "quoting") return;
  const { order } = record;
  const now = services.clock.now();
  const { policy } = await policyOf(services, null);
  const { bufferFixed, bufferRemote } = policy.dispatch;
  const [place, statistics, workers, given] = await Promise.all([
    order.terms.mode === "on_site" ? orders.findPlace(db, orderId) : null,
    customers.findStatistics(db, order.customerId),
    loadSnapshots(db, { which: { cityId: order.cityId }, customerIds: [order.customerId], now, buffers: { bufferFixed, bufferRemote } }),
    quotes.listForOrder(db, { orderId, limit: quotesLookedAt }),
  ]);
  const quoted = new Set(given.map(({ workerId }) => workerId));
  const facts = {
    policy,
    category: knownCategory(order.terms.categoryId),
    exactPosition: place?.position ?? null,
    customerCompletedOrders: statistics.completedOrders,
  };
  const job: Job = jobOf(order, facts, now);
  const ranked = workers
    .filter((worker) => worker.id !== order.customerId && !quoted.has(worker.id) && exclusionOf(job, worker, policy, now, "quote") === null)
    .map(({ id, ...worker }) => ({ id, total: scoreOf(job, { id, ...worker }, { medianIncomePerHourFen: null }, policy, now).total }))
    .sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1))
    .slice(0, askedAtMost);
  await tell(
    services,
    orderId,
    ranked.map(({ id }) => id),
  );
}

async function tell({ db, clock }: Services, orderId: string, workerIds: readonly string[]): Promise<void> {
  const now = clock.now();
  const kind = "quote_wanted";
  await inTransaction(db, async (transaction) => {
    const { asked, hints } = await quotes.request(transaction, { orderId, workerIds, kind, now });
    await notifications.insert(
      transaction,
      asked.map((userId) => ({ userId, kind, orderId, data: {}, at: now })),
    );
    await leaveHints(transaction, hints, now);
  });
}
