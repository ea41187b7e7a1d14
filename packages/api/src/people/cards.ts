import type { PersonCard, WorkerCard } from "@lingong/contracts";
import { type CachedStanding, calendars, customers, reviews, type User, users, type Worker, workers } from "@lingong/db";
import { nearestDistrict } from "@lingong/domain";
import { publicName } from "../accounts/people.ts";
import { knownCity } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { photoUrl } from "../photos/view.ts";
import { onTimePercentOf } from "../workers/standing.ts";

/** Mean stars × 100 of the reviews that count; null: none yet. */
function starsOf(received: { readonly reviews: number; readonly stars: number } | undefined): number | null {
  return received === undefined || received.reviews === 0 ? null : Math.round((received.stars * 100) / received.reviews);
}

/** What a worker's cards are made of, for many at once. */
async function loadWorkers(services: Services, ids: readonly string[]) {
  const { db } = services;
  const [people, records, standings, received] = await Promise.all([
    users.findMany(db, ids),
    workers.findMany(db, ids),
    workers.findStandings(db, ids),
    reviews.countReceived(db, ids),
  ]);
  return { people, records, standings, received };
}

/** Workers as the other side of an order, with how often they worked for this customer. */
export async function workerPersons(services: Services, ids: readonly string[], customerId: string): Promise<Map<string, PersonCard>> {
  const { people, records, standings, received } = await loadWorkers(services, ids);
  const cards = await Promise.all(
    [...new Set(ids)].map(async (id): Promise<PersonCard | null> => {
      const [person, record, standing] = [people.get(id), records.get(id), standings.get(id)];
      if (person === undefined || record === undefined) return null;
      return {
        id,
        role: "worker",
        name: person.displayName,
        avatarUrl: photoUrl(services, person.avatarPhotoId),
        level: standing?.level ?? 1,
        standing: standing?.standing ?? 0,
        starsHundredths: starsOf(received.get(id)),
        reviewCount: received.get(id)?.reviews ?? 0,
        completedOrders: record.completedOrders,
        onTimePercent: onTimePercentOf(standing),
        together: await customers.countTogether(services.db, { customerId, workerId: id }),
        online: record.online,
      };
    }),
  );
  return new Map(cards.flatMap((card) => (card === null ? [] : [[card.id, card] as const])));
}

/** Customers as the other side of an order: family name, stars, how often together. */
export async function customerPersons(services: Services, ids: readonly string[], workerId: string): Promise<Map<string, PersonCard>> {
  const { db } = services;
  const [people, statistics, received] = await Promise.all([
    users.findMany(db, ids),
    customers.findManyStatistics(db, ids),
    reviews.countReceived(db, ids),
  ]);
  const cards = await Promise.all(
    [...people.values()].map(
      async (person): Promise<PersonCard> => ({
        id: person.id,
        role: "customer",
        name: publicName(person, services.language),
        avatarUrl: photoUrl(services, person.avatarPhotoId),
        level: null,
        standing: null,
        starsHundredths: starsOf(received.get(person.id)),
        reviewCount: received.get(person.id)?.reviews ?? 0,
        completedOrders: statistics.get(person.id)?.completedOrders ?? 0,
        onTimePercent: null,
        together: await customers.countTogether(db, { customerId: person.id, workerId }),
        online: null,
      }),
    ),
  );
  return new Map(cards.map((card) => [card.id, card]));
}

/** Workers as strangers find them. */
export async function workerCards(services: Services, ids: readonly string[]): Promise<WorkerCard[]> {
  const { people, records, standings, received } = await loadWorkers(services, ids);
  const cards = ids.map(async (id): Promise<WorkerCard | null> => {
    const [person, record] = [people.get(id), records.get(id)];
    return person === undefined || record === undefined
      ? null
      : workerCard(services, person, record, { standing: standings.get(id), received: received.get(id) });
  });
  return (await Promise.all(cards)).filter((card) => card !== null);
}

interface Counted {
  readonly standing: CachedStanding | undefined;
  readonly received: { readonly reviews: number; readonly stars: number } | undefined;
}

async function workerCard(services: Services, person: User, record: Worker, { standing, received }: Counted): Promise<WorkerCard> {
  const city = knownCity(record.cityId);
  return {
    id: person.id,
    name: person.displayName,
    avatarUrl: photoUrl(services, person.avatarPhotoId),
    kind: record.kind,
    level: standing?.level ?? 1,
    standing: standing?.standing ?? 0,
    starsHundredths: starsOf(received),
    reviewCount: received?.reviews ?? 0,
    completedOrders: record.completedOrders,
    onTimePercent: onTimePercentOf(standing),
    online: record.online,
    district: record.home === null ? null : (nearestDistrict(city, record.home)?.name.zh ?? null),
    categoryIds: (await calendars.listQualifications(services.db, person.id)).map(({ categoryId }) => categoryId),
  };
}
