import { sampleJob as wholeJob, sampleWorker as wholeWorker } from "../samples.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

// Plain test data: a cleaning order and a worker who may take it.

/** 2026-11-04 (Wednesday) 10:00 in Shanghai. */
export const sampleNow = Date.UTC(2026, 10, 4, 2, 0);

export const samplePlace = { lat: 31.2304, lng: 121.4737 };

/** A position `metres` due north of a place. */
export function northOf(place: { readonly lat: number; readonly lng: number }, metres: number): { lat: number; lng: number } {
  return { lat: place.lat + metres / 111_195.08, lng: place.lng };
}

export function sampleJob(changes: Partial<Job> = {}): Job {
  return wholeJob(sampleNow, { position: samplePlace, ...changes });
}

/** One who is not certified, works within five kilometres and not at night at strangers'. */
export function sampleWorker(changes: Partial<WorkerSnapshot> = {}): WorkerSnapshot {
  return wholeWorker({
    position: northOf(samplePlace, 1_200),
    radiusKm: 5,
    qualifications: [{ categoryId: "cleaning", certified: false, proofOfWork: false, validUntil: null }],
    nightFirstVisits: false,
    calendarVersion: 7,
    standing: 700,
    level: 3,
    completedOrders: 30,
    incomePerAvailableHourFen: 5_000,
    ...changes,
  });
}
