import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { northOf, sampleNow as now, sampleJob, samplePlace, sampleWorker } from "../dispatch/dispatch.samples.ts";
import { metresTo, occupationOf } from "../dispatch/pair-facts.ts";
import { MINUTE } from "../kernel/instant.ts";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { createBookings, metresOnward, trigonometryOf, writeBookings } from "./bookings.ts";
import { clearanceSize, isClear, writeClearance } from "./clearance.ts";
import { localDayOf } from "./local-time.ts";
import { timeRefusal } from "./time-guards.ts";

const place = fc.integer({ min: -20_000, max: 20_000 }).map((metres) => northOf(samplePlace, metres));
const interval = fc
  .tuple(fc.integer({ min: -120, max: 160 }), fc.integer({ min: 1, max: 30 }))
  .map(([start, quarters]) => ({ from: now + start * 15 * MINUTE, to: now + (start + quarters) * 15 * MINUTE }));
const commitment = fc.tuple(interval, fc.option(place)).map(([times, position]) => ({ ...times, orderId: "other", position }));
const anyWorker = fc.record({
  position: place,
  travelMode: fc.constantFrom("ebike" as const, "car" as const),
  commitments: fc.array(commitment, { maxLength: 3 }),
  restBlocks: fc.array(interval, { maxLength: 1 }),
});
const anyJob = fc.record({
  position: place,
  startsAt: fc.option(fc.integer({ min: 0, max: 120 }).map((quarters) => now + quarters * 15 * MINUTE)),
  bookedMinutes: fc.integer({ min: 1, max: 52 }).map((quarters) => quarters * 15),
});

describe("a quick answer about a worker's time", () => {
  it("never says yes where a guard says no", () => {
    const seen = { clear: 0, refused: 0 };
    fc.assert(
      fc.property(anyWorker, anyJob, (its, wanted) => {
        const [worker, job] = [sampleWorker(its), sampleJob(wanted)];
        const cells = new Float64Array(2 * clearanceSize);
        writeClearance(cells, clearanceSize, worker, policy, now);
        const asked = { startsAt: job.startsAt, bookedMinutes: job.bookedMinutes, today: localDayOf(now, job.zone) };
        const bookings = createBookings();
        writeBookings(bookings, worker.commitments, new Set());
        const onward = metresOnward(bookings, 0, bookings.end, trigonometryOf(job.position));
        const clear = isClear(cells, clearanceSize, asked, { metres: metresTo(job, worker) ?? Number.NaN, onward }, { policy, now });
        const work = { ...occupationOf(job, worker, policy, now), orderId: job.orderId, position: job.position };
        const refusal = timeRefusal(worker, work, { zone: job.zone, policy });
        seen[clear ? "clear" : "refused"] += 1;
        if (clear) expect(refusal).toBeNull();
      }),
      { numRuns: 5_000 },
    );
    expect(seen.clear).toBeGreaterThan(500);
    expect(seen.refused).toBeGreaterThan(500);
  });
});
