import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { northOf, sampleNow as now, sampleJob, samplePlace, sampleWorker } from "./dispatch.samples.ts";
import { flagsOf, isHarsh } from "./flags.ts";
import { type ScoreParts, scoreOf, scorePartNames } from "./score.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

const market = { medianIncomePerHourFen: 5_000 };
const parts = (job: Partial<Job> = {}, worker: Partial<WorkerSnapshot> = {}): ScoreParts =>
  scoreOf(sampleJob(job), sampleWorker(worker), market, policy, now).parts;
const tags = (count: number, first = 0) => Array.from({ length: count }, (_, n) => `tag-${n + first}`);

describe("score (§6)", () => {
  it("adds up", () => {
    const score = scoreOf(sampleJob(), sampleWorker(), market, policy, now);
    expect(score.parts).toEqual({ skill: 150, distance: 225, standing: 140, history: 0, activity: 30, response: 25, profile: 40, fairness: 0 });
    expect(score.total).toBe(610);
  });

  it("counts skill by tags asked, certificate and dilution", () => {
    expect(parts({ tags: tags(3) }, { tags: tags(2) }).skill).toBe(100);
    expect(parts({ tags: tags(3) }, { tags: tags(1) }).skill).toBe(50);
    expect(parts({ tags: tags(7) }, { tags: tags(1) }).skill).toBe(21);
    expect(parts({ tags: tags(2) }, { tags: tags(2, 5) }).skill).toBe(0);
    // 150 × 2/2 × 8/9, floored once; and 150 × 2/3 × 8/9 = 88.8.
    expect(parts({ tags: tags(2) }, { tags: tags(9) }).skill).toBe(133);
    expect(parts({ tags: ["tag-0", "tag-1", "other"] }, { tags: tags(9) }).skill).toBe(88);
    expect(parts({ tags: tags(2) }, { tags: tags(8) }).skill).toBe(150);
    expect(parts({}, { tags: tags(20) }).skill).toBe(150);
    const certified = (validUntil: number | null) => ({
      qualifications: [{ categoryId: "cleaning", certified: true, proofOfWork: false, validUntil }],
    });
    expect(parts({}, certified(null)).skill).toBe(250);
    expect(parts({ startsAt: now + 100 }, certified(now + 100)).skill).toBe(150);
    expect(parts({ startsAt: now + 99 }, certified(now + 100)).skill).toBe(250);
    expect(parts({ tags: ["tag-0", "tag-0"] }, { tags: tags(1) }).skill).toBe(150);
  });

  it("counts distance to nothing at 12 km", () => {
    const distance = (metres: number) => parts({}, { position: northOf(samplePlace, metres) }).distance;
    expect([0, 47, 48, 49, 6_000, 11_952, 11_953, 12_000, 20_000].map(distance)).toEqual([250, 249, 249, 248, 125, 1, 0, 0, 0]);
    expect(parts({ mode: "remote", position: null }, { position: null }).distance).toBe(250);
  });

  it("counts standing, history, activity, response, profile and fairness", () => {
    expect([0, 4, 5, 704, 1_000].map((standing) => parts({}, { standing }).standing)).toEqual([0, 0, 1, 140, 200]);
    const history = (completed: number, lastStars: number | null) => parts({}, { together: { "customer-1": { completed, lastStars } } }).history;
    expect([history(1, null), history(3, 3), history(9, 5), history(9, 2), history(2, 1)]).toEqual([25, 75, 100, 0, 0]);
    const activity = (online: number, available: number) => parts({}, { activity: { online, available } }).activity;
    expect([activity(0, 0), activity(0, 10), activity(1, 3), activity(9, 9), activity(12, 9)]).toEqual([30, 0, 20, 60, 60]);
    const response = (withinFiveMinutes: number, of: number) => parts({}, { response: { withinFiveMinutes, of } }).response;
    expect([response(0, 0), response(0, 1), response(2, 3), response(3, 3)]).toEqual([25, 0, 33, 50]);
    expect([0, 33, 100].map((profilePercent) => parts({}, { profilePercent }).profile)).toEqual([0, 13, 40]);
    const fairness = (incomePerAvailableHourFen: number | null, completedOrders = 5) =>
      parts({}, { incomePerAvailableHourFen, completedOrders }).fairness;
    expect([fairness(0), fairness(2_500), fairness(4_999), fairness(5_000), fairness(9_000)]).toEqual([50, 25, 0, 0, 0]);
    expect([fairness(0, 4), fairness(null)]).toEqual([25, 25]);
    expect(scoreOf(sampleJob(), sampleWorker(), { medianIncomePerHourFen: null }, policy, now).parts.fairness).toBe(25);
  });

  it("is the sum of whole parts within their limits, for any worker; and resting never lowers it", () => {
    const { score } = policy.dispatch;
    const most: ScoreParts = { ...score, skill: score.skillTags + score.skillCertified };
    const anyWorker = fc.record({
      position: fc.option(fc.record({ lat: fc.double({ min: 31, max: 31.5, noNaN: true }), lng: fc.double({ min: 121, max: 122, noNaN: true }) })),
      tags: fc.array(fc.constantFrom(...tags(20)), { maxLength: 24 }),
      standing: fc.integer({ min: 0, max: 1_000 }),
      completedOrders: fc.integer({ min: 0, max: 500 }),
      together: fc.constantFrom<WorkerSnapshot["together"]>(
        {},
        { "customer-1": { completed: 3, lastStars: null } },
        { "customer-1": { completed: 30, lastStars: 1 } },
      ),
      activity: fc.record({ online: fc.nat(20_000), available: fc.nat(20_000) }),
      response: fc.record({ withinFiveMinutes: fc.nat(50), of: fc.nat(50) }),
      profilePercent: fc.integer({ min: 0, max: 100 }),
      incomePerAvailableHourFen: fc.option(fc.nat(100_000)),
    });
    fc.assert(
      fc.property(anyWorker, fc.array(fc.constantFrom(...tags(20)), { maxLength: 6 }), fc.nat(20_000), (changes, asked, median) => {
        const job = sampleJob({ tags: asked });
        const worker = sampleWorker(changes);
        const { parts: found, total } = scoreOf(job, worker, { medianIncomePerHourFen: median }, policy, now);
        for (const name of scorePartNames) {
          expect(Number.isSafeInteger(found[name])).toBe(true);
          expect(found[name]).toBeGreaterThanOrEqual(0);
          expect(found[name]).toBeLessThanOrEqual(most[name]);
        }
        expect(total).toBe(Object.values(found).reduce((sum, part) => sum + part, 0));
        const rested = { ...worker, restBlocks: [{ from: now - 1, to: now + 10 ** 8 }] };
        expect(scoreOf(job, rested, { medianIncomePerHourFen: median }, policy, now).total).toBeGreaterThanOrEqual(total);
      }),
    );
  });
});

describe("risk flags (§6)", () => {
  it("says none of a plain order, each of its own", () => {
    const flags = (job: Partial<Job>, worker: Partial<WorkerSnapshot> = {}, median: number | null = 6_000) =>
      flagsOf(sampleJob(job), sampleWorker(worker), median, policy);
    expect(flags({})).toEqual([]);
    expect(flags({}, { position: northOf(samplePlace, 3_000) })).toEqual([]);
    expect(flags({}, { position: northOf(samplePlace, 3_001) })).toEqual(["far"]);
    expect(flags({ quantified: false })).toEqual(["vague"]);
    expect(flags({ rateFenPerHour: 4_199 })).toEqual(["low"]);
    expect(flags({ rateFenPerHour: 4_200 })).toEqual([]);
    expect(flags({ rateFenPerHour: 1 }, {}, null)).toEqual([]);
    expect(flags({ customerReviewCount: 0 })).toEqual(["new_customer"]);
    expect(flags({ customerHarsh: true })).toEqual(["harsh"]);
  });

  it("calls a customer harsh from three reviews and 30 % bad ones", () => {
    expect(isHarsh({ reviews: 2, bad: 2 }, policy)).toBe(false);
    expect(isHarsh({ reviews: 3, bad: 1 }, policy)).toBe(true);
    expect(isHarsh({ reviews: 10, bad: 3 }, policy)).toBe(true);
    expect(isHarsh({ reviews: 11, bad: 3 }, policy)).toBe(false);
  });
});
