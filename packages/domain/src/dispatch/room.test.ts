import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { northOf, sampleNow as now, sampleJob, samplePlace, sampleWorker } from "./dispatch.samples.ts";
import { mayAskMore } from "./room.ts";
import { dispatchRound } from "./round.ts";
import { decisionLines } from "./round-record.ts";

const market = { medianIncomePerHourFen: null, medianRateFen: {} };

describe("an order a round need not look at", () => {
  it("is one it decides nothing of: without it the round is the same", () => {
    const search = fc.record({
      wave: fc.integer({ min: 0, max: 3 }),
      openOffers: fc.integer({ min: 0, max: 3 }),
      askedInWave: fc.integer({ min: 0, max: 3 }),
      exclusive: fc.boolean(),
      metres: fc.integer({ min: 0, max: 12_000 }),
    });
    let skipped = 0;
    fc.assert(
      fc.property(
        fc.array(search, { minLength: 1, maxLength: 6 }),
        fc.array(fc.integer({ min: 0, max: 12_000 }), { maxLength: 8 }),
        (searches, homes) => {
          const jobs = searches.map(({ metres, exclusive, ...standing }, index) => {
            const alone = exclusive && standing.wave === 0;
            return sampleJob({
              orderId: `order-${index}`,
              position: northOf(samplePlace, metres),
              ...standing,
              exclusiveWorkerId: alone ? "worker-0" : null,
            });
          });
          const workers = homes.map((metres, index) => sampleWorker({ id: `worker-${index}`, position: northOf(samplePlace, metres), radiusKm: 50 }));
          const decided = (list: typeof jobs) => [...decisionLines(dispatchRound({ jobs: list, workers, openOffers: [], market }, policy, now))];
          const looked = jobs.filter((job) => mayAskMore({ ...job, askedAlone: job.exclusiveWorkerId !== null && job.openOffers > 0 }, policy));
          skipped += jobs.length - looked.length;
          expect(decided(looked)).toEqual(decided(jobs));
        },
      ),
      { numRuns: 1_000, seed: 4 },
    );
    expect(skipped).toBeGreaterThan(500);
  });
});
