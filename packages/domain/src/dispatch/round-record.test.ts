import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, SECOND } from "../kernel/instant.ts";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { northOf, sampleNow as now, sampleJob, samplePlace, sampleWorker } from "./dispatch.samples.ts";
import { dispatchDraftOf, dispatchProblemsOf, draftFrom, withDispatch } from "./dispatch-draft.ts";
import { checkPosition } from "./position-report.ts";
import { relevantTo } from "./relevance.ts";
import { dispatchRound } from "./round.ts";
import { decisionLines, parseRecord, recordText } from "./round-record.ts";
import { addToTally, figuresOf, giniOf, otherChoices, startTally } from "./round-trial.ts";
import type { RoundSnapshot } from "./round-types.ts";

const market = { medianIncomePerHourFen: 5_000, medianRateFen: {} };
const at = (id: string, metres: number, changes = {}) => sampleWorker({ id, position: northOf(samplePlace, metres), radiusKm: 50, ...changes });
const snapshot: RoundSnapshot = {
  jobs: [sampleJob(), sampleJob({ orderId: "order-2", position: northOf(samplePlace, 3_000), startsAt: null })],
  workers: [
    at("b", 900),
    at("a", 2_500, { standing: 900 }),
    at("far", 40_000),
    at("elsewhere", 500, { qualifications: [] }),
    at("c", 11_900),
    at("busy", 100, { commitments: [{ orderId: "x", from: now, to: now + HOUR, position: samplePlace }] }),
  ],
  openOffers: [
    { workerId: "far", live: true, exclusive: false },
    { workerId: "b", live: false, exclusive: false },
  ],
  market,
};
const fingerprint = (it: RoundSnapshot) => [...decisionLines(dispatchRound(it, policy, now))].join("\n");

describe("a round's record", () => {
  it("holds who can matter to a waiting order, and nobody else: the round decides the same", () => {
    const kept = relevantTo(snapshot, policy);
    expect(kept.workers.map(({ id }) => id).sort()).toEqual(["a", "b", "busy", "c"]);
    expect(kept.openOffers.map(({ workerId }) => workerId)).toEqual(["b"]);
    expect(fingerprint(kept)).toBe(fingerprint(snapshot));
    const remote = { ...snapshot, jobs: [sampleJob({ mode: "remote", position: null, exclusiveWorkerId: "elsewhere" })] };
    expect(relevantTo(remote, policy).workers).toHaveLength(6);
  });

  it("keeps workers across the 180th meridian and near the poles", () => {
    for (const [place, position] of [
      [
        { lat: 10, lng: 179.99 },
        { lat: 10, lng: -179.99 },
      ],
      [
        { lat: 89.99, lng: 0 },
        { lat: 89.99, lng: 90 },
      ],
    ] as const) {
      const edge = { ...snapshot, jobs: [sampleJob({ position: place })], workers: [sampleWorker({ position })] };
      expect(relevantTo(edge, policy).workers).toHaveLength(1);
    }
  });

  it("is the same text whatever the order of its lists, and reads back to the same decisions", () => {
    const record = { at: now, policyVersion: policy.version, policyHash: "h", snapshot };
    const text = recordText(record);
    const turned = {
      ...snapshot,
      jobs: [...snapshot.jobs].reverse(),
      workers: [...snapshot.workers].reverse(),
      openOffers: [...snapshot.openOffers].reverse(),
    };
    expect(recordText({ ...record, snapshot: turned })).toBe(text);
    expect(fingerprint(parseRecord(text).snapshot)).toBe(fingerprint(snapshot));
    expect(() => parseRecord("{}")).toThrow(SyntaxError);
    expect(() => parseRecord("{")).toThrow(SyntaxError);
  });

  it("cleans what JSON cannot hold and no rule can use", () => {
    const broken = { ...snapshot, workers: [...snapshot.workers, at("nan", 0, { position: { lat: Number.NaN, lng: 121 } })] };
    const text = recordText({ at: now, policyVersion: "v", policyHash: "h", snapshot: broken });
    expect(parseRecord(text).snapshot.workers.find(({ id }) => id === "nan")?.position).toBeNull();
  });
});

describe("bad input to a round", () => {
  it("is named, each with a code of its own, and the others are served", () => {
    const bad = [
      sampleJob({ orderId: "past", expiresAt: now }),
      sampleJob({ orderId: "zero", bookedMinutes: 0 }),
      sampleJob({ orderId: "two-days", bookedMinutes: 48 * 60 }),
      sampleJob({ orderId: "nowhere", position: { lat: 0, lng: 0 } }),
      sampleJob({ orderId: "not-a-time", startsAt: Number.NaN }),
    ];
    const workers = [
      at("zero", 0, { position: { lat: 0, lng: 0 } }),
      at("nan", 0, { position: { lat: Number.NaN, lng: 121 } }),
      at("off-globe", 0, { position: { lat: 91, lng: 121 } }),
      at("unknown", 0, { position: null }),
      at("next-city", 500_000),
      at("good", 800),
    ];
    const result = dispatchRound({ ...snapshot, jobs: [...bad, sampleJob({ orderId: "good" })], workers, openOffers: [] }, policy, now);
    expect(Object.fromEntries(result.unplaceable.map(({ orderId, code }) => [orderId, code]))).toEqual({
      past: "deadline_passed",
      zero: "minutes_invalid",
      "two-days": "minutes_invalid",
      nowhere: "place_missing",
      "not-a-time": "invalid_input",
    });
    expect(result.unreachable.map(({ workerId, code }) => `${workerId} ${code}`)).toEqual([
      "nan position_invalid",
      "off-globe position_invalid",
      "zero position_invalid",
    ]);
    expect(result.offers.map(({ orderId, workerId }) => `${orderId}→${workerId}`)).toEqual(["good→good"]);
  });

  it("is refused where a position comes in", () => {
    const where = { cityId: "shanghai", at: now };
    const codeOf = (position: { lat: number; lng: number }, last: number | null) => {
      const known = last === null ? null : { ...samplePlace, at: now - last };
      const checked = checkPosition(position, known, where);
      return checked.ok ? "fine" : checked.error.code;
    };
    expect(codeOf({ lat: 0, lng: 0 }, null)).toBe("position_invalid");
    expect(codeOf({ lat: Number.NaN, lng: 121 }, null)).toBe("position_invalid");
    expect(codeOf({ lat: 31, lng: 181 }, null)).toBe("position_invalid");
    expect(codeOf(northOf(samplePlace, 500_000), 10 * SECOND)).toBe("position_jumped");
    expect(codeOf(northOf(samplePlace, 500_000), null)).toBe("position_outside_city");
    expect(codeOf(northOf(samplePlace, 70_000), 10 * SECOND)).toBe("position_jumped");
    expect(codeOf(northOf(samplePlace, 70_000), 10 * MINUTE)).toBe("fine");
    expect(codeOf(northOf(samplePlace, 30_000), 10 * SECOND)).toBe("fine");
    expect(checkPosition(northOf(samplePlace, 500_000), null, { cityId: "a-city-of-tests", at: now }).ok).toBe(true);
  });
});

describe("a draft of dispatch", () => {
  const draft = dispatchDraftOf(policy);
  const problems = (changes: unknown) => {
    const made = draftFrom(changes, policy);
    return made.ok ? "fine" : `${made.error.details?.field} ${made.error.details?.problem}`;
  };

  it("is the policy's own numbers to begin with, and those are in order", () => {
    expect(dispatchProblemsOf(draft, policy)).toEqual([]);
    expect(problems({})).toBe("fine");
  });

  it("refuses weights that do not sum, are negative, are no whole numbers, or that nobody knows", () => {
    expect(problems({ score: { distance: 249 } })).toBe("score weights_do_not_sum");
    expect(problems({ score: { distance: -1, fairness: 301 } })).toBe("score.distance negative");
    expect(problems({ score: { distance: 250.5 } })).toBe("score.distance not_a_number");
    expect(problems({ score: { distance: "250" } })).toBe("score.distance not_a_number");
    expect(problems({ score: { proximity: 250 } })).toBe("score.proximity unknown");
    expect(problems({ score: { activityUnknown: 61 } })).toBe("score.activityUnknown above_range");
    expect(problems({ weights: {} })).toBe("weights unknown");
    expect(problems([])).toBe(" not_a_number");
    expect(problems({ waveRadiiKm: [5, 5, 12] })).toBe("waveRadiiKm.1 not_ascending");
    expect(problems({ waveRadiiKm: [5, 8, 40] })).toBe("waveRadiiKm.2 above_range");
    expect(problems({ waveSize: 0 })).toBe("waveSize below_range");
    expect(problems({ urgency: { age: -300 } })).toBe("urgency.age negative");
  });

  it("shifts what is decided, under a version of its own", () => {
    const made = draftFrom({ score: { distance: 100, standing: 350 } }, policy);
    if (!made.ok) throw new Error(made.error.code);
    const trial = withDispatch(policy, made.value);
    expect(trial.version).not.toBe(policy.version);
    const pair = {
      ...snapshot,
      jobs: [sampleJob({ askedInWave: 2 })],
      workers: [at("near", 200, { standing: 600 }), at("known", 2_600, { standing: 800 })],
    };
    const [current, changed] = [startTally(), startTally()];
    addToTally(current, pair, dispatchRound(pair, policy, now));
    addToTally(changed, pair, dispatchRound(pair, trial, now));
    expect(otherChoices(current, changed)).toMatchObject([{ orderId: "order-1", from: { workerId: "near" }, to: { workerId: "known" } }]);
    expect(figuresOf(changed)).toMatchObject({
      rounds: 1,
      orders: 1,
      offered: 1,
      fillRate: 10_000,
      meanMetres: 2_600,
      workers: 2,
      workersChosen: 1,
      incomeGini: 5_000,
    });
  });

  it("may count work together for nothing: a receipt then promises nothing of it, and is written down", () => {
    const made = draftFrom({ score: { historyPerOrder: 0 } }, policy);
    if (!made.ok) throw new Error(made.error.code);
    // Of somebody who has everything else, only work together could be more.
    const job = sampleJob({ mode: "remote", position: null, askedInWave: 2 });
    const whole = { standing: 1_000, profilePercent: 100, activity: { online: 1, available: 1 }, response: { withinFiveMinutes: 1, of: 1 } };
    const certified = [{ categoryId: job.categoryId, certified: true, proofOfWork: false, validUntil: null }];
    const workers = ["a", "b"].map((id) => at(id, 100, { ...whole, tags: [...job.tags], qualifications: certified }));
    const pair = { ...snapshot, jobs: [job], workers };
    const lines = [...decisionLines(dispatchRound(pair, withDispatch(policy, made.value), now))];
    expect(lines.join("\n")).not.toContain('"part":"history"');
    expect([...decisionLines(dispatchRound(pair, policy, now))].join("\n")).toContain('"part":"history"');
  });
});

describe("the spread of income", () => {
  it("is nothing where all have the same, and nearly all where one has everything", () => {
    expect(giniOf([5, 5, 5, 5])).toBe(0);
    expect(giniOf([0, 0, 0, 100])).toBe(7_500);
    expect(giniOf([1, 2, 3])).toBe(2_222);
    expect(giniOf([])).toBeNull();
    expect(giniOf([0, 0])).toBeNull();
  });
});
