import { MINUTE } from "../kernel/instant.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

// Plain test data: a cleaning order and a worker who may take it. Not exported through the package's door.

/** 2026-11-04 (Wednesday) 10:00 in Shanghai. */
export const sampleNow = Date.UTC(2026, 10, 4, 2, 0);

export const samplePlace = { lat: 31.2304, lng: 121.4737 };

/** A position `metres` due north of a place. */
export function northOf(place: { readonly lat: number; readonly lng: number }, metres: number): { lat: number; lng: number } {
  return { lat: place.lat + metres / 111_195.08, lng: place.lng };
}

export function sampleJob(changes: Partial<Job> = {}): Job {
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
    position: samplePlace,
    startsAt: sampleNow + 180 * MINUTE,
    bookedMinutes: 120,
    headcount: 1,
    rateFenPerHour: 6_000,
    waitingSince: sampleNow,
    expiresAt: sampleNow + 150 * MINUTE,
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

export function sampleWorker(changes: Partial<WorkerSnapshot> = {}): WorkerSnapshot {
  return {
    id: "worker-1",
    cityId: "shanghai",
    kind: "individual",
    crewSize: 1,
    verified: true,
    online: true,
    pausedUntil: null,
    position: northOf(samplePlace, 1_200),
    travelMode: "ebike",
    radiusKm: 5,
    qualifications: [{ categoryId: "cleaning", certified: false, proofOfWork: false, validUntil: null }],
    tags: [],
    commitments: [],
    restBlocks: [],
    nightFirstVisits: false,
    blockedCustomerIds: [],
    blockedByCustomerIds: [],
    calendarVersion: 7,
    standing: 700,
    level: 3,
    completedOrders: 30,
    together: {},
    activity: { online: 0, available: 0 },
    response: { withinFiveMinutes: 0, of: 0 },
    profilePercent: 100,
    incomePerAvailableHourFen: 5_000,
    ...changes,
  };
}
