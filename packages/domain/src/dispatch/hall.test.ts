import { describe, expect, it } from "vitest";
import { HOUR } from "../kernel/instant.ts";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { northOf, sampleNow as now, sampleJob, samplePlace, sampleWorker } from "./dispatch.samples.ts";
import { hallFor } from "./hall.ts";
import { regularFor } from "./regular.ts";

describe("the hall (§6)", () => {
  const worker = sampleWorker({ position: samplePlace, online: false });
  const soonFar = sampleJob({ orderId: "soon-far", wave: 3, startsAt: now + 2 * HOUR, position: northOf(samplePlace, 3_000) });
  const lateNear = sampleJob({ orderId: "late-near", wave: 3, startsAt: now + 5 * HOUR, position: northOf(samplePlace, 300) });
  const jobs = [
    lateNear,
    soonFar,
    sampleJob({ orderId: "in-a-wave", wave: 2 }),
    sampleJob({ orderId: "too-far", wave: 3, position: northOf(samplePlace, 5_100) }),
    sampleJob({ orderId: "over", wave: 3, expiresAt: now }),
  ];

  it("shows what the worker may take, by start or by distance", () => {
    expect(hallFor(worker, jobs, "time", { policy, now })).toEqual([
      { orderId: "soon-far", metres: 3_000, startsAt: now + 2 * HOUR },
      { orderId: "late-near", metres: 300, startsAt: now + 5 * HOUR },
    ]);
    expect(hallFor(worker, jobs, "distance", { policy, now }).map(({ orderId }) => orderId)).toEqual(["late-near", "soon-far"]);
  });

  it("is open to who missed an offer of the order, closed to who left it", () => {
    const ids = (changes: object) => hallFor(worker, [{ ...soonFar, ...changes }], "time", { policy, now }).map(({ orderId }) => orderId);
    expect(ids({ askedWorkerIds: ["worker-1"] })).toEqual(["soon-far"]);
    expect(ids({ leftWorkerIds: ["worker-1"] })).toEqual([]);
  });
});

describe("regulars first (常客优先, §6)", () => {
  const together = (completed: number, lastStars: number | null) => ({ "customer-1": { completed, lastStars } });

  it("is the eligible worker with most orders together, never one badly reviewed last", () => {
    const workers = [
      sampleWorker({ id: "once", together: together(1, null) }),
      sampleWorker({ id: "best", together: together(4, 5) }),
      sampleWorker({ id: "best-too", together: together(4, 5) }),
      sampleWorker({ id: "fallen-out", together: together(9, 2) }),
      sampleWorker({ id: "away", together: together(9, 5), position: northOf(samplePlace, 9_000) }),
      sampleWorker({ id: "stranger" }),
    ];
    expect(regularFor(sampleJob(), workers, policy, now)).toBe("best");
    expect(regularFor(sampleJob({ customerId: "customer-2" }), workers, policy, now)).toBeNull();
  });
});
