import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "../kernel/instant.ts";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { northOf, sampleNow as now, sampleJob, samplePlace, sampleWorker } from "./dispatch.samples.ts";
import { exclusionOf } from "./eligibility.ts";
import { exclusions } from "./exclusions.ts";
import type { DispatchPath } from "./judgement.ts";
import { isCertified, occupationOf } from "./pair-facts.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

const paths: readonly DispatchPath[] = ["wave", "hall", "direct", "accept", "quote", "admin"];
const everywhere = paths;

interface Row {
  readonly code: string;
  readonly on: readonly DispatchPath[];
  readonly job?: Partial<Job>;
  readonly worker?: Partial<WorkerSnapshot>;
}

const start = now + 180 * MINUTE;
const certificate = (validUntil: number | null, certified = true) => [{ categoryId: "cleaning", certified, proofOfWork: false, validUntil }];
const commitment = (from: number, to: number) => ({ orderId: "other", from, to, position: samplePlace });

const rows: readonly Row[] = [
  { code: "excluded_other_city", on: everywhere, worker: { cityId: "beijing" } },
  { code: "excluded_blocked", on: everywhere, worker: { blockedCustomerIds: ["customer-1"] } },
  { code: "excluded_blocked", on: everywhere, worker: { blockedByCustomerIds: ["customer-1"] } },
  { code: "excluded_unverified", on: everywhere, worker: { verified: false } },
  { code: "excluded_unqualified", on: everywhere, job: { categoryId: "moving" } },
  { code: "excluded_certificate", on: everywhere, job: { certificate: "required" } },
  { code: "excluded_certificate", on: everywhere, job: { certificate: "required" }, worker: { qualifications: certificate(start) } },
  { code: "excluded_certificate", on: everywhere, job: { certificate: "proof" }, worker: { qualifications: certificate(null, false) } },
  { code: "excluded_crew_too_small", on: everywhere, job: { headcount: 2 } },
  { code: "excluded_left_order", on: everywhere, job: { leftWorkerIds: ["worker-1"] } },
  { code: "excluded_already_asked", on: ["wave", "direct"], job: { askedWorkerIds: ["worker-1"] } },
  { code: "excluded_no_position", on: everywhere, worker: { position: null } },
  { code: "excluded_no_position", on: everywhere, worker: { position: { lat: 0, lng: 0 } } },
  { code: "excluded_no_position", on: everywhere, worker: { position: { lat: Number.NaN, lng: 121 } } },
  { code: "excluded_out_of_radius", on: everywhere, worker: { position: northOf(samplePlace, 5_002) } },
  { code: "excluded_offline", on: ["wave"], worker: { online: false } },
  { code: "excluded_paused", on: ["wave", "direct"], worker: { pausedUntil: now + 1 } },
  {
    code: "excluded_night_first_visit",
    on: everywhere,
    job: { customerHasCompletedOrder: false, startsAt: now + 11 * HOUR },
  },
  { code: "excluded_overlapping", on: everywhere, worker: { commitments: [commitment(start + 2 * HOUR + 29 * MINUTE, start + 4 * HOUR)] } },
  { code: "excluded_resting", on: ["wave", "hall", "direct", "accept"], worker: { restBlocks: [{ from: now - HOUR, to: now + 1 }] } },
  { code: "excluded_resting", on: everywhere, worker: { restBlocks: [{ from: start + HOUR, to: start + 5 * HOUR }] } },
  { code: "excluded_daily_limit", on: everywhere, worker: { commitments: [commitment(now - 10 * HOUR, now + HOUR)] } },
  {
    code: "excluded_night_rest",
    on: everywhere,
    job: { startsAt: now + 5 * HOUR, bookedMinutes: 480 },
    worker: { commitments: [commitment(now + 20 * HOUR, now + 21 * HOUR)] },
  },
];

describe("eligibility (§6)", () => {
  it("lets a suitable worker through on every path", () => {
    for (const path of paths) expect(exclusionOf(sampleJob(), sampleWorker(), policy, now, path)).toBeNull();
  });

  it.each(rows)("$code on $on ($job $worker)", ({ code, on, job, worker }) => {
    for (const path of paths) {
      expect([path, exclusionOf(sampleJob(job), sampleWorker(worker), policy, now, path)]).toEqual([path, on.includes(path) ? code : null]);
    }
  });

  it("has a case for every code of the table", () => {
    expect(new Set(rows.map(({ code }) => code))).toEqual(new Set(exclusions.map(({ code }) => code)));
  });

  it("tells the first reason of the table's order", () => {
    const worst = sampleWorker({ cityId: "beijing", verified: false, online: false, position: null });
    expect(exclusionOf(sampleJob(), worst, policy, now, "wave")).toBe("excluded_other_city");
    expect(exclusionOf(sampleJob({ cityId: "beijing" }), worst, policy, now, "wave")).toBe("excluded_unverified");
  });

  it("asks neither position nor radius for remote work", () => {
    const remote = sampleJob({ mode: "remote", position: null });
    expect(exclusionOf(remote, sampleWorker({ position: null, radiusKm: 1 }), policy, now, "wave")).toBeNull();
  });

  it("does not hold an order's own reservation against it", () => {
    const reserved = sampleWorker({ commitments: [{ orderId: "order-1", from: start, to: start + 2 * HOUR, position: samplePlace }] });
    expect(exclusionOf(sampleJob(), reserved, policy, now, "quote")).toBeNull();
  });

  it("pauses only live offers", () => {
    const paused = sampleWorker({ pausedUntil: now + HOUR });
    expect(exclusionOf(sampleJob({ startsAt: now + 24 * HOUR }), paused, policy, now, "wave")).toBe("excluded_paused");
    expect(exclusionOf(sampleJob({ startsAt: now + 24 * HOUR + 1 }), paused, policy, now, "wave")).toBeNull();
    expect(exclusionOf(sampleJob(), sampleWorker({ pausedUntil: now }), policy, now, "wave")).toBeNull();
  });

  it("opens a first visit at night to those who opted in and to known customers", () => {
    const night = sampleJob({ customerHasCompletedOrder: false, startsAt: now + 11 * HOUR });
    expect(exclusionOf(night, sampleWorker({ nightFirstVisits: true }), policy, now, "wave")).toBeNull();
    expect(exclusionOf({ ...night, customerHasCompletedOrder: true }, sampleWorker(), policy, now, "wave")).toBeNull();
  });

  it("takes the place within the radius to the metre", () => {
    expect(exclusionOf(sampleJob(), sampleWorker({ position: northOf(samplePlace, 5_000) }), policy, now, "wave")).toBeNull();
  });

  it("wants a certificate valid now and at the start", () => {
    const [held = null] = certificate(start);
    expect(isCertified(held, now, start - 1)).toBe(true);
    expect(isCertified(held, now, start)).toBe(false);
    expect(isCertified(held, start, now)).toBe(false);
    const proof = [{ categoryId: "cleaning", certified: false, proofOfWork: true, validUntil: null }];
    expect(exclusionOf(sampleJob({ certificate: "proof" }), sampleWorker({ qualifications: proof }), policy, now, "wave")).toBeNull();
    expect(exclusionOf(sampleJob({ certificate: "required" }), sampleWorker({ qualifications: proof }), policy, now, "wave")).toBe(
      "excluded_certificate",
    );
  });

  it("plans an as-soon-as-possible order from accept + travel + 10 minutes", () => {
    // 1.2 km by e-bike: 6 minutes; 10:16 rounds up to 10:20.
    const interval = occupationOf(sampleJob({ startsAt: null }), sampleWorker(), policy, now);
    expect(interval).toEqual({ from: now + 20 * MINUTE, to: now + 140 * MINUTE });
  });
});
