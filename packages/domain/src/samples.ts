import type { Category } from "./catalog/category.ts";
import type { Job, WorkerSnapshot } from "./dispatch/snapshot.ts";
import { HOUR, type Instant, MINUTE } from "./kernel/instant.ts";
import type { Facts } from "./order/facts.ts";
import type { Terms } from "./order/terms.ts";
import { defaultPolicy } from "./policy/policy.ts";

// The second door, `@lingong/domain/samples`: one whole order, worker and job, which tests, model and benchmarks change where they differ.

/** Tuesday 17 March 2026, 09:00 in Shanghai. */
export const sampleMorning: Instant = Date.UTC(2026, 2, 17, 1, 0);

/** Where the work is, in Pudong. */
export const sampleHome = { lat: 31.2154, lng: 121.5447 };

export const sampleCategory: Category = {
  id: "daily_cleaning",
  name: { zh: "日常保洁", en: "Cleaning" },
  icon: "broom",
  mode: "on_site",
  plan: "life",
  minimumMinutes: 120,
  usualMinutes: 180,
  referenceRateFen: 5_000,
  certificate: "optional",
  tags: [],
  checklist: [
    {
      key: "area",
      label: { zh: "面积", en: "Area" },
      required: true,
      kind: "number",
      unit: { zh: "平方米", en: "m²" },
      least: 1,
      most: 1_000,
      step: 1,
      usual: 90,
    },
  ],
  extras: [],
};

/** Three hours of cleaning at 14:00, at 50 yuan an hour. */
export const sampleTerms: Terms = {
  categoryId: sampleCategory.id,
  mode: "on_site",
  plan: "life",
  pricing: "fixed",
  scope: [{ key: "area", value: 89 }],
  note: "",
  photoIds: [],
  tags: [],
  place: { district: "浦东新区", blurred: { lat: 31.215, lng: 121.545 }, addressCommitment: "0".repeat(64) },
  startsAt: sampleMorning + 5 * HOUR,
  bookedMinutes: 180,
  minimumMinutes: 120,
  headcount: 1,
  rateFenPerHour: 5_000,
  travelFen: 0,
  rematchAfterFault: true,
  direct: null,
  regularsFirst: false,
};

/** Somebody verified, online, certified for the sample's category and free all day. */
export function sampleWorker(changes: Partial<WorkerSnapshot> = {}): WorkerSnapshot {
  return {
    id: "worker-1",
    cityId: "shanghai",
    kind: "individual",
    crewSize: 1,
    verified: true,
    online: true,
    pausedUntil: null,
    position: sampleHome,
    travelMode: "ebike",
    radiusKm: 10,
    qualifications: [{ categoryId: sampleCategory.id, certified: true, proofOfWork: false, validUntil: null }],
    tags: [],
    commitments: [],
    restBlocks: [],
    nightFirstVisits: true,
    blockedCustomerIds: [],
    blockedByCustomerIds: [],
    calendarVersion: 1,
    standing: 850,
    level: 4,
    completedOrders: 80,
    together: {},
    activity: { online: 0, available: 0 },
    response: { withinFiveMinutes: 0, of: 0 },
    profilePercent: 100,
    incomePerAvailableHourFen: null,
    ...changes,
  };
}

/** What a command is judged on in the ordinary case: everybody where they should be, nobody has asked for anything. */
export function sampleFacts(changes: Partial<Facts> = {}): Facts {
  return {
    policy: defaultPolicy,
    policyHash: "policy",
    category: sampleCategory,
    minimumWageFen: 2_400,
    candidate: sampleWorker(),
    crew: [],
    exactPosition: sampleHome,
    offer: null,
    quote: null,
    metresFromPlace: 20,
    travelMinutes: 12,
    completedTogether: 0,
    customerCompletedOrders: 3,
    forceMajeure: false,
    workingDays: null,
    arbitrators: [],
    ...changes,
  };
}

/** An order as a round sees it: two hours at 60 yuan, in three hours' time, asked of nobody yet. */
export function sampleJob(now: Instant, changes: Partial<Job> = {}): Job {
  return {
    orderId: "order-1",
    version: 3,
    cityId: "shanghai",
    zone: "Asia/Shanghai",
    customerId: "customer-1",
    categoryId: "cleaning",
    mode: "on_site",
    certificate: "optional",
    tags: [],
    position: sampleHome,
    startsAt: now + 180 * MINUTE,
    bookedMinutes: 120,
    headcount: 1,
    rateFenPerHour: 6_000,
    waitingSince: now,
    expiresAt: now + 150 * MINUTE,
    wave: 0,
    round: 0,
    openOffers: 0,
    askedInWave: 0,
    askedWorkerIds: [],
    leftWorkerIds: [],
    exclusiveWorkerId: null,
    customerHasCompletedOrder: true,
    quantified: true,
    customerReviewCount: 4,
    customerHarsh: false,
    ...changes,
  };
}
