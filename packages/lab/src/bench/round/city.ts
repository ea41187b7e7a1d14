import { type Job, MINUTE, type RoundSnapshot, type WorkerSnapshot } from "@lingong/domain";
import { sampleJob, sampleWorker } from "@lingong/domain/samples";
import { type Chance, chanceFrom } from "../../chance.ts";

/** 2026-11-04 (Wednesday) 10:00 in Shanghai. */
export const morning = Date.UTC(2026, 10, 4, 2, 0);

/** Workers per square kilometre, so that an order finds some forty of its category within the first wave. */
const workersPerSquareKm = 2.35;
const kilometresPerDegree = 111.195;
const categories = ["cleaning", "moving", "repair"] as const;
const tags = ["kitchen", "windows", "pets", "ironing", "heavy", "tools"];
const centre = { lat: 31.2304, lng: 121.4737 };

/** A square city for so many workers; its edge grows with them, their density does not. */
export interface Ground {
  readonly chance: Chance;
  readonly sideKm: number;
}

export function groundFor(workers: number, seed: number): Ground {
  return { chance: chanceFrom(seed), sideKm: Math.sqrt(workers / workersPerSquareKm) };
}

function somewhere({ chance, sideKm }: Ground) {
  const along = () => ((chance.next() - 0.5) * sideKm) / kilometresPerDegree;
  return { lat: centre.lat + along(), lng: centre.lng + along() / Math.cos((centre.lat * Math.PI) / 180) };
}

/** Somebody at work in the city: half have an order later in the day, some a rest block. */
export function workerAt(ground: Ground, number: number, now: number): WorkerSnapshot {
  const { chance } = ground;
  const category = categories[number % categories.length] as string;
  const later = now + chance.between(180, 400) * MINUTE;
  return sampleWorker({
    id: `worker-${String(number).padStart(7, "0")}`,
    position: somewhere(ground),
    travelMode: chance.happens(0.7) ? "ebike" : "car",
    radiusKm: chance.between(5, 12),
    qualifications: [{ categoryId: category, certified: chance.happens(0.3), proofOfWork: true, validUntil: null }],
    tags: tags.filter(() => chance.happens(0.4)),
    commitments: chance.happens(0.5) ? [{ orderId: `later-${number}`, from: later, to: later + 120 * MINUTE, position: somewhere(ground) }] : [],
    restBlocks: chance.happens(0.1) ? [{ from: later, to: later + 60 * MINUTE }] : [],
    standing: chance.between(400, 1_000),
    level: 3,
    completedOrders: chance.between(0, 200),
    activity: { online: chance.between(0, 100), available: 100 },
    response: { withinFiveMinutes: chance.between(0, 20), of: 20 },
    profilePercent: chance.between(40, 100),
    incomePerAvailableHourFen: chance.between(2_000, 8_000),
  });
}

/** An order wanted as soon as possible, waiting for up to ten minutes already. */
export function jobAt(ground: Ground, number: number, now: number): Job {
  const { chance } = ground;
  return sampleJob(now, {
    orderId: `order-${String(number).padStart(7, "0")}`,
    version: 1,
    customerId: `customer-${number}`,
    categoryId: categories[number % categories.length] as string,
    tags: tags.filter(() => chance.happens(0.3)),
    position: somewhere(ground),
    startsAt: null,
    bookedMinutes: 60 * chance.between(1, 2),
    waitingSince: now - chance.between(0, 10) * MINUTE,
    expiresAt: now + 30 * MINUTE,
    customerReviewCount: 3,
  });
}

export const market: RoundSnapshot["market"] = { medianIncomePerHourFen: 5_000, medianRateFen: {} };

/** A whole city at one moment. */
export function cityOf(orders: number, workers: number, seed: number): RoundSnapshot {
  const ground = groundFor(workers, seed);
  return {
    workers: Array.from({ length: workers }, (_, number) => workerAt(ground, number, morning)),
    jobs: Array.from({ length: orders }, (_, number) => jobAt(ground, number, morning)),
    openOffers: [],
    market,
  };
}
