import type { Selectable } from "kysely";
import type { CustomerStatistics as CustomerStatisticsTable } from "../database.generated.ts";
import type { Database } from "../database.ts";
import { read, type Statement } from "../statement.ts";

/** What is counted of a customer. */
export interface CustomerStatistics {
  readonly completedOrders: number;
  readonly cancelledOrders: number;
  readonly cancelledAfterArrival: number;
  readonly disputesLost: number;
  readonly noShows: number;
}

const nothing: CustomerStatistics = { completedOrders: 0, cancelledOrders: 0, cancelledAfterArrival: 0, disputesLost: 0, noShows: 0 };

export async function findStatistics(db: Database, customerId: string): Promise<CustomerStatistics> {
  return (await findManyStatistics(db, [customerId])).get(customerId) ?? nothing;
}

const statisticsOf: Statement<Selectable<CustomerStatisticsTable>> = {
  name: "customer_statistics_of",
  text: `select customer_id, completed_orders, cancelled_orders, cancelled_after_arrival, disputes_lost, no_shows
    from customer_statistics where customer_id = any ($1::uuid[])`,
};

/** Statistics by customer id; customers without any yet are left out. */
export async function findManyStatistics(db: Database, customerIds: readonly string[]): Promise<Map<string, CustomerStatistics>> {
  if (customerIds.length === 0) return new Map();
  const rows = await read(db, statisticsOf, [customerIds]);
  return new Map(
    rows.map((row) => [
      row.customer_id,
      {
        completedOrders: row.completed_orders,
        cancelledOrders: row.cancelled_orders,
        cancelledAfterArrival: row.cancelled_after_arrival,
        disputesLost: row.disputes_lost,
        noShows: row.no_shows,
      },
    ]),
  );
}

/** What happened to a customer's orders since an instant, oldest first. */
export async function listEvents(db: Database, customerId: string, since: number): Promise<{ orderId: string; event: string; at: number }[]> {
  const rows = await db
    .selectFrom("customer_events")
    .select(["order_id", "event", "at"])
    .where("customer_id", "=", customerId)
    .where("at", ">=", since)
    .orderBy("at")
    .execute();
  return rows.map(({ order_id, event, at }) => ({ orderId: order_id, event, at }));
}

/** Workers a customer has had completed orders with, last one first. */
export interface Regular {
  readonly workerId: string;
  readonly completed: number;
  readonly lastStars: number | null;
  readonly lastCompletedAt: number | null;
}

export async function listRegulars(db: Database, customerId: string, limit: number): Promise<Regular[]> {
  const rows = await db
    .selectFrom("pairs")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("completed", ">", 0)
    .orderBy("last_completed_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ worker_id, completed, last_stars, last_completed_at }) => ({
    workerId: worker_id,
    completed,
    lastStars: last_stars,
    lastCompletedAt: last_completed_at,
  }));
}

const together: Statement<{ readonly completed: number }> = {
  name: "pair_completed",
  text: "select completed from pairs where customer_id = $1 and worker_id = $2",
};

/** Completed orders of two people together. */
export async function countTogether(db: Database, pair: { customerId: string; workerId: string }): Promise<number> {
  return (await read(db, together, [pair.customerId, pair.workerId]))[0]?.completed ?? 0;
}

/** The stars of the customer's last review of this worker, as dispatch reads them. */
export async function setLastStars(db: Database, pair: { customerId: string; workerId: string; stars: number }): Promise<void> {
  await db
    .insertInto("pairs")
    .values({ customer_id: pair.customerId, worker_id: pair.workerId, last_stars: pair.stars })
    .onConflict((conflict) => conflict.columns(["customer_id", "worker_id"]).doUpdateSet({ last_stars: pair.stars }))
    .execute();
}

export async function setFavourite(db: Database, wish: { customerId: string; workerId: string; favourite: boolean; now: number }): Promise<void> {
  if (wish.favourite) {
    await db
      .insertInto("favourites")
      .values({ customer_id: wish.customerId, worker_id: wish.workerId, created_at: wish.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } else {
    await db.deleteFrom("favourites").where("customer_id", "=", wish.customerId).where("worker_id", "=", wish.workerId).execute();
  }
}

export async function listFavourites(db: Database, customerId: string): Promise<string[]> {
  const rows = await db.selectFrom("favourites").select("worker_id").where("customer_id", "=", customerId).orderBy("created_at", "desc").execute();
  return rows.map(({ worker_id }) => worker_id);
}

/** An address book entry; the address itself is encrypted. */
export interface SavedAddress {
  readonly id: string;
  readonly cityId: string;
  readonly label: string;
  readonly cipher: Buffer;
}

export async function listAddresses(db: Database, customerId: string): Promise<SavedAddress[]> {
  const rows = await db
    .selectFrom("saved_addresses")
    .select(["id", "city_id", "label", "cipher"])
    .where("customer_id", "=", customerId)
    .orderBy("saved_at", "desc")
    .execute();
  return rows.map(({ id, city_id, label, cipher }) => ({ id, cityId: city_id, label, cipher }));
}

/** Saves an address; false when the id is somebody else's. */
export async function saveAddress(
  db: Database,
  address: { id: string; customerId: string; cityId: string; label: string; cipher: Uint8Array; now: number },
): Promise<boolean> {
  const values = { city_id: address.cityId, label: address.label, cipher: Buffer.from(address.cipher), saved_at: address.now };
  const answer = await db
    .insertInto("saved_addresses")
    .values({ id: address.id, customer_id: address.customerId, ...values })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(values).where("saved_addresses.customer_id", "=", address.customerId))
    .executeTakeFirst();
  return (answer.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function removeAddress(db: Database, which: { id: string; customerId: string }): Promise<void> {
  await db.deleteFrom("saved_addresses").where("id", "=", which.id).where("customer_id", "=", which.customerId).execute();
}
