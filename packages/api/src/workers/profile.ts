import type { WorkerProfile } from "@lingong/contracts";
import { calendars, customers, orders, reviews, workers } from "@lingong/db";
import { categoryOf, type Order } from "@lingong/domain";
import { knownCity } from "../catalog/lookup.ts";
import { bandOf, loadMarket } from "../catalog/market.ts";
import type { Context } from "../kernel/context.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import { loadWorker } from "../orders/facts.ts";
import { categoryRef } from "../orders/view/category.ts";
import { workerCards } from "../people/cards.ts";
import { policyOf } from "../policy/policies.ts";
import { firstFreeStart } from "./free-starts.ts";
import { qualificationViews } from "./qualifications.ts";
import { loadStanding } from "./standing.ts";

const usualMinutes = 120;
const done = ["completed", "resolved"] as const;

/** What a worker has done and asks, by category, beside the market. */
async function servicesOf(ctx: Context, workerId: string, cityId: string, past: readonly Order[]): Promise<WorkerProfile["services"]> {
  const offered = await calendars.listQualifications(ctx.services.db, workerId);
  return Promise.all(
    offered.flatMap(({ categoryId }) => {
      const category = categoryOf(categoryId);
      if (category === null) return [];
      const own = past.filter((order) => order.terms.categoryId === categoryId);
      return [
        loadMarket(ctx.services, categoryId, cityId).then((market) => ({
          category: categoryRef(category),
          completedOrders: own.length,
          rateFenPerHour: own[0]?.rateFenPerHour ?? null,
          band: bandOf(market),
        })),
      ];
    }),
  );
}

async function starCounts(ctx: Context, workerId: string): Promise<WorkerProfile["starCounts"]> {
  const counted = await reviews.listCounted(ctx.services.db, workerId);
  const count = (test: (stars: number) => boolean) => counted.filter(({ stars }) => test(stars)).length;
  return { good: count((stars) => stars >= 4), middle: count((stars) => stars === 3), bad: count((stars) => stars <= 2) };
}

/** A worker as anybody may see one: badges, standing with its parts, prices, first free time. No phone, no address. */
export async function loadProfile(ctx: Context, workerId: string): Promise<WorkerProfile> {
  const { services, session } = ctx;
  const { db } = services;
  const now = services.clock.now();
  const worker = found(await workers.findById(db, workerId));
  const customerId = session?.app === "customer" ? session.userId : null;
  const [cards, qualifications, standing, past, stars, together, favourites, snapshot] = await Promise.all([
    workerCards(services, [workerId]),
    qualificationViews(services, workerId),
    loadStanding(services, workerId),
    orders.listForWorker(db, { workerId, current: true, states: done, limit: 100 }),
    starCounts(ctx, workerId),
    customerId === null ? 0 : customers.countTogether(db, { customerId, workerId }),
    customerId === null ? ([] as string[]) : customers.listFavourites(db, customerId),
    loadWorker(services, workerId, customerId ?? workerId, now),
  ]);
  const { zone } = knownCity(worker.cityId);
  const { policy } = await policyOf(services, null);
  const { faults: _faults, ...standingDetail } = standing;
  return {
    ...(cards[0] ?? fail("not_found")),
    introduction: worker.introduction,
    verified: worker.verified,
    insured: true,
    radiusKm: worker.radiusKm,
    qualifications,
    tags: [...worker.tags],
    responseMinutes: null,
    standingDetail,
    services: await servicesOf(ctx, workerId, worker.cityId, past.items),
    starCounts: stars,
    together,
    favourite: favourites.includes(workerId),
    firstFreeAt: snapshot === null ? null : iso(firstFreeStart(snapshot, usualMinutes, { zone, policy, now })),
  };
}
