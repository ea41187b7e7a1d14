import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { northOf, sampleNow as now, sampleJob, samplePlace, sampleWorker } from "../dispatch/dispatch.samples.ts";
import { occupationOf } from "../dispatch/pair-facts.ts";
import { MINUTE } from "../kernel/instant.ts";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { createBookings, isTaken, metresOnward, trigonometryOf, writeBookings } from "./bookings.ts";
import { conflictWith } from "./calendar.ts";

const somewhere = fc.oneof(
  fc.integer({ min: -20_000, max: 20_000 }).map((metres) => northOf(samplePlace, metres)),
  fc.constantFrom(null, { lat: 0, lng: 0 }, { lat: Number.NaN, lng: 1 }),
);
const commitment = fc
  .tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 30 }), somewhere, fc.constantFrom("own", "other", "another"))
  .map(([start, steps, position, orderId]) => ({ orderId, from: now + start * 5 * MINUTE, to: now + (start + steps) * 5 * MINUTE, position }));
const anyWorker = fc.record({
  position: fc.integer({ min: -9_000, max: 9_000 }).map((metres) => northOf(samplePlace, metres)),
  travelMode: fc.constantFrom("ebike" as const, "car" as const),
  commitments: fc.array(commitment, { maxLength: 3 }),
});

describe("a worker's bookings", () => {
  it("say that a time is taken exactly where the calendar does, wherever every place is one", () => {
    const seen = { taken: 0, free: 0, unsure: 0 };
    fc.assert(
      fc.property(fc.array(anyWorker, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 40 }), (list, quarters) => {
        const job = sampleJob({ orderId: "own", startsAt: now + quarters * 15 * MINUTE });
        const workers = list.map((its) => sampleWorker(its));
        const bookings = createBookings();
        for (const worker of workers) {
          const from = bookings.end;
          writeBookings(bookings, worker.commitments, new Set(["own"]));
          const work = occupationOf(job, worker, policy, now);
          const kmPerHour = policy.dispatch.speedKmPerHour[worker.travelMode];
          const taken = isTaken(bookings, from, bookings.end, { ...work, place: trigonometryOf(job.position), kmPerHour }, policy);
          const others = worker.commitments.filter(({ orderId }) => orderId !== "own");
          const conflict = conflictWith(others, work, job.position, worker.travelMode, policy) !== null;
          if (taken) expect(conflict).toBe(true);
          if (others.every(({ position }) => position !== null && position.lat > 1)) expect(taken).toBe(conflict);
          seen[taken ? "taken" : conflict ? "unsure" : "free"] += 1;
        }
      }),
      { numRuns: 1_000 },
    );
    expect(seen.taken).toBeGreaterThan(300);
    expect(seen.free).toBeGreaterThan(300);
  });

  it("hold as many as a city has", () => {
    const bookings = createBookings();
    const at = { orderId: "other", from: now, to: now + 60 * MINUTE, position: samplePlace };
    const visit = { from: now + 30 * MINUTE, to: now + 90 * MINUTE, place: trigonometryOf(samplePlace), kmPerHour: 18 };
    for (let worker = 0; worker < 3_000; worker += 1) {
      const from = bookings.end;
      writeBookings(bookings, worker % 2 === 0 ? [at] : [], new Set());
      expect(isTaken(bookings, from, bookings.end, visit, policy)).toBe(worker % 2 === 0);
    }
    expect(metresOnward(bookings, 0, bookings.end, trigonometryOf(northOf(samplePlace, 2_500)))).toBe(2_500);
  });
});
