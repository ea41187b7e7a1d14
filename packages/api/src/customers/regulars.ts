import type { RegularCard } from "@lingong/contracts";
import { customers, orders, type Regular } from "@lingong/db";
import type { Order } from "@lingong/domain";
import { knownCity } from "../catalog/lookup.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { loadWorker } from "../orders/facts.ts";
import { workerPersons } from "../people/cards.ts";
import { policyOf } from "../policy/policies.ts";
import { firstFreeStart } from "../workers/free-starts.ts";

const shown = 50;

/** The last order of this customer with each of these workers. */
async function lastOrders({ services, session }: Signed, regulars: readonly Regular[]): Promise<Map<string, Order>> {
  const { items } = await orders.listForCustomer(services.db, { customerId: session.userId, states: ["completed", "resolved"], limit: 200 });
  const last = new Map<string, Order>();
  for (const order of items) {
    const workerId = order.assignment?.workerId;
    if (workerId !== undefined && !last.has(workerId) && regulars.some((regular) => regular.workerId === workerId)) last.set(workerId, order);
  }
  return last;
}

/** People this customer has had before, the last one first, with the first time they are free. */
export async function listRegulars(ctx: Signed, limit = shown): Promise<RegularCard[]> {
  const { services, session } = ctx;
  const regulars = await customers.listRegulars(services.db, session.userId, limit);
  const [last, people, favourites, { policy }] = await Promise.all([
    lastOrders(ctx, regulars),
    workerPersons(
      services,
      regulars.map(({ workerId }) => workerId),
      session.userId,
    ),
    customers.listFavourites(services.db, session.userId),
    policyOf(services, null),
  ]);
  const now = services.clock.now();
  const cards = await Promise.all(
    regulars.map(async ({ workerId }): Promise<RegularCard | null> => {
      const [order, worker, snapshot] = [last.get(workerId), people.get(workerId), await loadWorker(services, workerId, session.userId, now)];
      if (order === undefined || worker === undefined || snapshot === null) return null;
      const firstFree = firstFreeStart(snapshot, order.terms.bookedMinutes, { zone: knownCity(snapshot.cityId).zone, policy, now });
      return {
        worker,
        categoryId: order.terms.categoryId,
        lastOrderId: order.id,
        lastRateFenPerHour: order.rateFenPerHour,
        lastAt: iso(order.endedAt ?? order.since),
        firstFreeAt: iso(firstFree),
        favourite: favourites.includes(workerId),
      };
    }),
  );
  return cards.filter((card) => card !== null);
}
