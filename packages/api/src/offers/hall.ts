import type { HallItem, HallListInput, HallListOutput, JobView } from "@lingong/contracts";
import { customers, matching, orders, quotes } from "@lingong/db";
import { hallFor, type Instant, type Job, jobOf, type Order, type Policy, type Quote } from "@lingong/domain";
import { knownCategory } from "../catalog/lookup.ts";
import { bandOf, loadMarket } from "../catalog/market.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { loadWorker } from "../orders/facts.ts";
import { policyOf } from "../policy/policies.ts";
import { atRate } from "../quotes/record.ts";
import { loadJobLine, loadJobView } from "./job.ts";

interface Waiting {
  readonly order: Order;
  readonly since: Instant;
  readonly job: Job;
}

/** Orders in the hall of the worker's city, as dispatch sees them. */
async function loadHall({ services, session }: Signed, policy: Policy, now: Instant): Promise<Waiting[]> {
  const inHall = policy.dispatch.waveRadiiKm.length;
  const listed = (await matching.listHall(services.db, { cityId: session.cityId, fromWave: inHall })).filter(
    ({ order }) => order.customerId !== session.userId && (order.state === "quoting" || order.direct === null),
  );
  const statistics = await customers.findManyStatistics(services.db, [...new Set(listed.map(({ order }) => order.customerId))]);
  return listed.map(({ order, since, exactPosition }) => {
    const facts = {
      policy,
      category: knownCategory(order.terms.categoryId),
      exactPosition,
      customerCompletedOrders: statistics.get(order.customerId)?.completedOrders ?? 0,
    };
    return { order, since, job: jobOf(order, facts, now) };
  });
}

/** What any eligible worker may take, by time or by distance and by nothing else (§6). */
export async function listHall(ctx: Signed, input: HallListInput): Promise<HallListOutput> {
  const { services, session } = ctx;
  const now = services.clock.now();
  const { policy } = await policyOf(services, null);
  const worker = found(await loadWorker(services, session.userId, session.userId, now));
  const waiting = (await loadHall(ctx, policy, now)).filter(
    ({ order }) => input.categoryId === undefined || order.terms.categoryId === input.categoryId,
  );
  const entries = hallFor(
    worker,
    waiting.map(({ job }) => job),
    input.sort ?? "time",
    { policy, now },
  );
  const byId = new Map(waiting.map((each) => [each.order.id, each]));
  const from = input.cursor == null ? 0 : Number.parseInt(input.cursor, 10) || 0;
  const page = entries.slice(from, from + (input.limit ?? 20));
  const items = await Promise.all(
    page.flatMap(({ orderId }) => {
      const each = byId.get(orderId);
      return each === undefined ? [] : [hallItem(ctx, each)];
    }),
  );
  const next = from + page.length;
  return { items, nextCursor: next < entries.length ? String(next) : null, total: entries.length };
}

async function hallItem(ctx: Signed, { order, since, job }: Waiting): Promise<HallItem> {
  const { services, session } = ctx;
  const open = order.state === "quoting" ? await quotingOf(ctx, order) : null;
  const priced = open === null ? order : atRate(order, open.rateFenPerHour);
  const { card, customer } = await loadJobLine(services, priced, session.userId);
  return { ...card, customer, quoting: open?.quoting ?? null, waitingSince: iso(since), leavesHallAt: iso(job.expiresAt) };
}

/** How an order stands that is open to quotes, and the rate its line reckons with: the own ask, else the market's middle. */
async function quotingOf({ services, session }: Signed, order: Order): Promise<{ quoting: HallItem["quoting"]; rateFenPerHour: number }> {
  const [market, counts, own] = await Promise.all([
    loadMarket(services, order.terms.categoryId, order.cityId),
    quotes.countOpen(services.db, [order.id]),
    quotes.findLatest<Quote>(services.db, { orderId: order.id, workerId: session.userId }),
  ]);
  const mine = own !== null && own.body.state !== "withdrawn" && own.body.state !== "void";
  return {
    quoting: { band: bandOf(market), quoteCount: counts.get(order.id) ?? 0, mine },
    rateFenPerHour: mine ? own.rateFenPerHour : market.medianFen,
  };
}

/** One order of the hall in full; what has been taken meanwhile is `offer_taken`. */
export async function loadHallJob({ services, session }: Signed, orderId: string): Promise<JobView> {
  const { policy } = await policyOf(services, null);
  const waiting = (await matching.findWaiting(services.db, [orderId]))[0];
  if (waiting === undefined) return found(await orders.findById(services.db, orderId)) && fail("offer_taken", { at: null });
  if (waiting.wave < policy.dispatch.waveRadiiKm.length || waiting.order.direct !== null) return fail("offer_not_open", { state: "not_in_hall" });
  return loadJobView(services, waiting.order, session.userId);
}
