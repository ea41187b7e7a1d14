import { createHash } from "node:crypto";
import {
  type CommittedInterval,
  decisionLines,
  defaultPolicy,
  dispatchRound,
  HOUR,
  type Interval,
  type Job,
  MINUTE,
  type OpenOffer,
  type Policy,
  type Position,
  policyHash,
  type RoundRecord,
  type RoundResult,
  type WorkerSnapshot,
} from "@lingong/domain";
import { type Chance, chanceFrom } from "../chance.ts";
import type { FiledReceipt, FiledRound } from "./rounds-file.ts";

const categories = ["cleaning", "plumbing", "translation", "cooking"];
const tags = ["kitchen", "windows", "pets", "ironing", "oven", "garden", "moving", "repair", "piano", "stairs", "elderly"];

/** Cities of the samples: ordinary ones, one that has just changed its clocks, one on the equator, one across the 180th meridian. */
const cities: readonly { readonly cityId: string; readonly zone: string; readonly centre: Position; readonly at: number }[] = [
  { cityId: "shanghai", zone: "Asia/Shanghai", centre: { lat: 31.23, lng: 121.47 }, at: Date.UTC(2026, 2, 17, 5, 36) },
  { cityId: "urumqi", zone: "Asia/Urumqi", centre: { lat: 43.82, lng: 87.61 }, at: Date.UTC(2026, 6, 1, 15, 50) },
  { cityId: "new-york", zone: "America/New_York", centre: { lat: 40.71, lng: -74.0 }, at: Date.UTC(2026, 2, 8, 5, 30) },
  { cityId: "berlin", zone: "Europe/Berlin", centre: { lat: 52.52, lng: 13.4 }, at: Date.UTC(2026, 9, 24, 22, 10) },
  { cityId: "nairobi", zone: "Africa/Nairobi", centre: { lat: -1.28, lng: 36.82 }, at: Date.UTC(2026, 5, 5, 3, 0) },
  { cityId: "taveuni", zone: "Pacific/Fiji", centre: { lat: -16.8, lng: 179.98 }, at: Date.UTC(2026, 7, 9, 20, 0) },
];

type Place = (typeof cities)[number];

/** A place at most so many kilometres from the centre, more often near it. */
function placeNear({ lat, lng }: Position, km: number, chance: Chance): Position {
  const [away, angle] = [km * chance.next(), 2 * Math.PI * chance.next()];
  const east = lng + (away * Math.sin(angle)) / (111.2 * Math.cos((lat * Math.PI) / 180));
  return { lat: lat + (away * Math.cos(angle)) / 111.2, lng: east > 180 ? east - 360 : east };
}

function some<Item>(list: readonly Item[], probability: number, chance: Chance): Item[] {
  return list.filter(() => chance.happens(probability));
}

/** Work of the last days and the next, in order and never overlapping. */
function calendarOf(now: number, { centre }: Place, chance: Chance): CommittedInterval[] {
  const list: CommittedInterval[] = [];
  let at = now - chance.between(0, 30) * HOUR;
  for (let count = chance.between(0, 5); count > 0; count -= 1) {
    at += chance.between(2, 130) * 5 * MINUTE;
    const to = at + chance.between(2, 20) * 15 * MINUTE;
    list.push({ orderId: `held-${count}`, from: at, to, position: chance.happens(0.1) ? null : placeNear(centre, 9, chance) });
    at = to + 30 * MINUTE;
  }
  return list;
}

function restsOf(now: number, chance: Chance): Interval[] {
  return Array.from({ length: chance.between(1, 2) }, () => {
    const from = now + chance.between(-20, 60) * 30 * MINUTE;
    return { from, to: from + chance.between(1, 10) * HOUR };
  });
}

function workerOf(id: string, now: number, place: Place, customers: readonly string[], chance: Chance): WorkerSnapshot {
  const qualified = some(categories, 0.55, chance);
  const usual = chance.happens(0.6);
  return {
    id,
    cityId: chance.happens(0.01) ? "elsewhere" : place.cityId,
    kind: "individual",
    crewSize: chance.happens(0.1) ? 4 : 1,
    verified: !chance.happens(0.03),
    online: !chance.happens(0.06),
    pausedUntil: chance.happens(0.04) ? now + chance.between(-60, 600) * MINUTE : null,
    position: chance.happens(0.02) ? null : placeNear(place.centre, 14, chance),
    travelMode: chance.pick(["ebike", "car", "transit"] as const) ?? "ebike",
    radiusKm: chance.pick([3, 5, 5, 8, 15, 50]) ?? 5,
    qualifications: qualified.map((categoryId) => ({
      categoryId,
      certified: chance.happens(0.35),
      proofOfWork: chance.happens(0.3),
      validUntil: chance.happens(0.5) ? null : now + chance.between(-5, 20) * HOUR,
    })),
    tags: some(tags, chance.happens(0.2) ? 0.9 : 0.35, chance),
    commitments: usual ? [] : calendarOf(now, place, chance),
    restBlocks: chance.happens(0.8) ? [] : restsOf(now, chance),
    nightFirstVisits: chance.happens(0.4),
    blockedCustomerIds: some(customers, 0.01, chance),
    blockedByCustomerIds: some(customers, 0.01, chance),
    calendarVersion: chance.between(0, 9),
    standing: chance.between(0, 1_000),
    level: chance.between(1, 5),
    completedOrders: chance.between(0, 80),
    together: Object.fromEntries(
      some(customers, 0.2, chance).map((id) => [
        id,
        { completed: chance.between(0, 6), lastStars: chance.happens(0.5) ? chance.between(1, 5) : null },
      ]),
    ),
    activity: chance.happens(0.2) ? { online: 0, available: 0 } : { online: chance.between(0, 5_000), available: chance.between(4_000, 6_000) },
    response: chance.happens(0.2) ? { withinFiveMinutes: 0, of: 0 } : { withinFiveMinutes: chance.between(0, 40), of: 40 },
    profilePercent: chance.between(0, 100),
    incomePerAvailableHourFen: chance.happens(0.2) ? null : chance.between(0, 9_000),
  };
}

function jobOf(
  orderId: string,
  now: number,
  place: Place,
  known: { readonly workers: readonly string[]; readonly customers: readonly string[] },
  chance: Chance,
): Job {
  const categoryId = chance.pick(categories) ?? "cleaning";
  const remote = categoryId === "translation";
  const wave = chance.pick([0, 0, 0, 1, 2]) ?? 0;
  return {
    orderId,
    version: chance.between(2, 9),
    cityId: place.cityId,
    zone: place.zone,
    customerId: chance.pick(known.customers) ?? "customer",
    categoryId,
    mode: remote ? "remote" : "on_site",
    certificate: chance.pick(["optional", "optional", "proof", "required"] as const) ?? "optional",
    tags: some(tags, 0.2, chance),
    position: remote ? null : chance.happens(0.02) ? { lat: 0, lng: 0 } : placeNear(place.centre, 10, chance),
    startsAt: chance.happens(0.3) ? null : now + chance.between(6, 160) * 15 * MINUTE,
    bookedMinutes: chance.happens(0.03) ? (chance.pick([0, 2_880]) ?? 0) : chance.between(4, 40) * 15,
    headcount: chance.happens(0.08) ? chance.between(2, 5) : 1,
    rateFenPerHour: chance.between(30, 120) * 100,
    waitingSince: now - chance.between(0, 40) * MINUTE,
    expiresAt: now + chance.between(-2, 120) * MINUTE,
    wave,
    round: chance.between(0, 2),
    openOffers: chance.happens(0.2) ? chance.between(1, 3) : 0,
    askedInWave: chance.happens(0.3) ? chance.between(0, 3) : 0,
    askedWorkerIds: some(known.workers, 0.03, chance),
    leftWorkerIds: some(known.workers, 0.01, chance),
    exclusiveWorkerId: chance.happens(0.06) ? (chance.pick([...known.workers, "nobody"]) ?? null) : null,
    customerHasCompletedOrder: chance.happens(0.5),
    quantified: chance.happens(0.7),
    customerReviewCount: chance.between(0, 5),
    customerHarsh: chance.happens(0.1),
  };
}

/** One random round of a random city, as it was recorded. */
function randomRecord(roundId: number, chance: Chance, policy: Policy): Omit<RoundRecord, "policyHash"> {
  const place = chance.pick(cities) ?? (cities[0] as Place);
  const at = place.at + chance.between(0, 40) * HOUR + chance.between(0, 3_600_000);
  const workers = Array.from({ length: chance.between(20, 90) }, (_, index) => `worker-${String(index).padStart(3, "0")}`);
  const customers = Array.from({ length: 6 }, (_, index) => `customer-${index}`);
  const openOffers: OpenOffer[] = some(workers, 0.08, chance).map((workerId) => ({
    workerId,
    live: chance.happens(0.6),
    exclusive: chance.happens(0.2),
  }));
  return {
    at,
    policyVersion: policy.version,
    snapshot: {
      jobs: Array.from({ length: chance.between(1, 14) }, (_, index) =>
        jobOf(`order-${roundId}-${index}`, at, place, { workers, customers }, chance),
      ),
      workers: workers.map((id) => workerOf(id, at, place, customers, chance)),
      openOffers,
      market: { medianIncomePerHourFen: chance.happens(0.1) ? null : chance.between(2_000, 6_000), medianRateFen: { cleaning: 6_000 } },
    },
  };
}

/** SHA-256 over a round's decisions, line by line. */
export function fingerprintOf(result: RoundResult): string {
  const hash = createHash("sha256");
  for (const line of decisionLines(result)) hash.update(line).update("\n");
  return hash.digest("hex");
}

/** Random rounds, decided by the engine: the same seed gives the same ones. */
export function* sampleRounds({ rounds, seed }: { readonly rounds: number; readonly seed: number }): Generator<FiledRound> {
  const chance = chanceFrom(seed);
  const hash = policyHash(defaultPolicy);
  for (let roundId = 1; roundId <= rounds; roundId += 1) {
    const record = { ...randomRecord(roundId, chance, defaultPolicy), policyHash: hash };
    const result = dispatchRound(record.snapshot, defaultPolicy, record.at);
    const receipts: FiledReceipt[] = [...result.receipts];
    yield { roundId, record, decisionsSha256: fingerprintOf(result), receipts };
  }
}
