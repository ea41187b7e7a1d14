import { describe, expect, it } from "vitest";
import { HOUR, MINUTE, SECOND } from "../kernel/instant.ts";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { northOf, sampleNow as now, sampleJob, samplePlace, sampleWorker } from "./dispatch.samples.ts";
import { dispatchRound } from "./round.ts";
import type { RoundResult, RoundSnapshot } from "./round-types.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

const market = { medianIncomePerHourFen: 5_000, medianRateFen: {} };
/** The result with its receipts written out, to compare. */
function plain(result: RoundResult) {
  expect(result.receipts.length).toBe([...result.receipts].length);
  return { ...result, receipts: [...result.receipts] };
}
const round = (jobs: readonly Job[], workers: readonly WorkerSnapshot[], openOffers: RoundSnapshot["openOffers"] = []) =>
  plain(dispatchRound({ jobs, workers, openOffers, market }, policy, now));
const at = (id: string, metres: number, changes: Partial<WorkerSnapshot> = {}) =>
  sampleWorker({ id, position: northOf(samplePlace, metres), ...changes });
const asked = (result: ReturnType<typeof round>) => result.offers.map(({ orderId, workerId }) => `${orderId}→${workerId}`);

describe("a round (§6)", () => {
  it("asks the three best in the first wave, and tells the fourth why not", () => {
    const result = round([sampleJob()], [at("d", 900), at("c", 800), at("b", 700), at("a", 600)]);
    expect(asked(result)).toEqual(["order-1→a", "order-1→b", "order-1→c"]);
    expect(result.offers.map(({ rank, of, wave, live, exclusive }) => ({ rank, of, wave, live, exclusive }))).toEqual(
      [1, 2, 3].map((rank) => ({ rank, of: 4, wave: 0, live: true, exclusive: false })),
    );
    expect(result.offers[0]).toMatchObject({
      score: 622,
      metres: 600,
      travelMinutes: 3,
      expiresAt: now + 60 * SECOND,
      orderVersion: 3,
      calendarVersion: 7,
      flags: [],
    });
    const [last] = result.receipts.filter(({ workerId }) => workerId === "d");
    expect(last).toMatchObject({
      outcome: "passed_over",
      reason: "outranked",
      rank: 4,
      of: 4,
      policyVersion: policy.version,
      improvement: { part: "standing", points: 3, unit: "standing", from: 700, to: 715, rank: 3 },
    });
    expect(result.waves).toEqual([]);
  });

  it("gives equal scores to the lower id, whatever the order of the lists", () => {
    const twins = ["d", "b", "a", "c"].map((id) => at(id, 900));
    expect(asked(round([sampleJob()], twins))).toEqual(["order-1→a", "order-1→b", "order-1→c"]);
    expect(round([sampleJob()], [...twins].reverse())).toEqual(round([sampleJob()], twins));
  });

  it("assigns for the whole city, not each order to its nearest", () => {
    const first = sampleJob({ orderId: "first", askedInWave: 2 });
    const second = sampleJob({ orderId: "second", askedInWave: 2, position: northOf(samplePlace, 4_000) });
    // Both orders rank "both" first; only the first has an alternative.
    const workers = [at("both", 2_000), at("near", 1_500, { standing: 200, radiusKm: 2 })];
    expect(asked(round([first, second], workers))).toEqual(["first→near", "second→both"]);
    const why = round([first, second], workers).receipts.filter(({ orderId, workerId }) => orderId === "first" && workerId === "both");
    expect(why).toMatchObject([{ outcome: "passed_over", reason: "offered_elsewhere", rank: 1, improvement: null }]);
  });

  it("lets an order that waited and is about to expire go first", () => {
    const fresh = sampleJob({ orderId: "a-fresh" });
    const old = sampleJob({
      orderId: "b-old",
      waitingSince: now - 20 * MINUTE,
      expiresAt: now + 20 * MINUTE,
      position: northOf(samplePlace, -3_000),
    });
    expect(asked(round([fresh, old], [at("only", 100)]))).toEqual(["b-old→only"]);
    expect(asked(round([fresh, { ...old, waitingSince: now, expiresAt: fresh.expiresAt }], [at("only", 100)]))).toEqual(["a-fresh→only"]);
  });

  it("asks only as many as the wave has left, and no one twice", () => {
    const workers = ["a", "b", "c", "d"].map((id) => at(id, 900));
    const half = sampleJob({ openOffers: 1, askedInWave: 2, askedWorkerIds: ["a", "b"] });
    expect(asked(round([half], workers))).toEqual(["order-1→c"]);
    expect(asked(round([sampleJob({ openOffers: 1, askedInWave: 3, askedWorkerIds: ["a", "b", "c"] })], workers))).toEqual([]);
  });

  it("widens wave by wave while nobody is there, and then opens the hall", () => {
    const eleven = [at("far", 11_000, { radiusKm: 20 })];
    const widened = round([sampleJob()], eleven);
    expect(widened.waves).toEqual([{ orderId: "order-1", orderVersion: 3, to: 2 }]);
    expect(widened.offers).toMatchObject([{ workerId: "far", wave: 2 }]);
    expect(round([sampleJob()], [at("farther", 12_002, { radiusKm: 20 })]).waves).toEqual([{ orderId: "order-1", orderVersion: 3, to: 3 }]);
    const spent = sampleJob({ askedInWave: 3, askedWorkerIds: ["a", "b", "c"] });
    expect(round([spent], [at("seven", 7_000, { radiusKm: 20 })])).toMatchObject({ waves: [{ to: 1 }], offers: [{ workerId: "seven", wave: 1 }] });
    expect(round([{ ...spent, wave: 2 }], [at("near", 700)]).waves).toMatchObject([{ to: 3 }]);
    expect(round([sampleJob({ wave: 3 })], [at("near", 700)])).toMatchObject({ waves: [], offers: [], receipts: [] });
  });

  it("waits in its wave while an offer is out or everybody there looks at another", () => {
    const out = sampleJob({ openOffers: 1, askedInWave: 1, askedWorkerIds: ["x"] });
    expect(round([out], [at("far", 11_000, { radiusKm: 20 })])).toMatchObject({ waves: [], offers: [] });
    const busy = round([sampleJob()], [at("near", 700), at("far", 7_000, { radiusKm: 20 })], [{ workerId: "near", live: true, exclusive: false }]);
    expect(busy).toMatchObject({ waves: [], offers: [], receipts: [{ workerId: "near", outcome: "passed_over", reason: "holding_offer" }] });
  });

  it("shows one offer of a kind at a time, live or future", () => {
    const later = sampleJob({ orderId: "later", startsAt: now + 26 * HOUR, expiresAt: now + 25 * HOUR });
    const result = round([sampleJob(), later, sampleJob({ orderId: "order-2" })], [at("a", 700)]);
    expect(asked(result)).toEqual(["later→a", "order-1→a"]);
    expect(result.offers.map(({ live, expiresAt }) => [live, expiresAt - now])).toEqual([
      [false, 15 * MINUTE],
      [true, 60 * SECOND],
    ]);
    expect(asked(round([later], [at("a", 700)], [{ workerId: "a", live: false, exclusive: false }]))).toEqual([]);
    expect(asked(round([later], [at("a", 700)], [{ workerId: "a", live: false, exclusive: true }]))).toEqual(["later→a"]);
  });

  it("asks everybody qualified for remote work", () => {
    const remote = sampleJob({ mode: "remote", position: null });
    const result = round([remote], [at("a", 40_000), at("b", 700, { qualifications: [] }), sampleWorker({ id: "c", position: null })]);
    expect(asked(result)).toEqual(["order-1→a", "order-1→c"]);
    expect(result.receipts).toHaveLength(2);
    expect(round([remote], []).waves).toMatchObject([{ to: 3 }]);
  });

  it("never lets an offer outlive its order", () => {
    expect(round([sampleJob({ expiresAt: now + 5 * SECOND })], [at("a", 700)]).offers).toMatchObject([{ expiresAt: now + 5 * SECOND }]);
  });

  it("goes on for everybody else when an order or a worker is broken", () => {
    const broken = [
      sampleJob({ orderId: "late", expiresAt: now }),
      sampleJob({ orderId: "empty", bookedMinutes: 0 }),
      sampleJob({ orderId: "nowhere", position: { lat: Number.NaN, lng: 3 } }),
    ];
    const result = round([...broken, sampleJob()], [at("a", 700), sampleWorker({ id: "b", position: { lat: 0, lng: 0 } })]);
    expect(result.unplaceable).toEqual([
      { orderId: "empty", code: "minutes_invalid" },
      { orderId: "late", code: "deadline_passed" },
      { orderId: "nowhere", code: "place_missing" },
    ]);
    expect(asked(result)).toEqual(["order-1→a"]);
  });
});

describe("exclusive offers: direct booking and regulars (§6)", () => {
  const direct = sampleJob({ exclusiveWorkerId: "chosen" });

  it("asks that worker alone, for the whole window, online or not", () => {
    const result = round([direct], [at("better", 10), at("chosen", 4_000, { online: false })]);
    expect(result.offers).toMatchObject([{ workerId: "chosen", exclusive: true, rank: 1, of: 1, expiresAt: now + 10 * MINUTE }]);
    const future = { ...direct, startsAt: now + 30 * HOUR, expiresAt: now + 29 * HOUR };
    expect(round([future], [at("chosen", 4_000)]).offers).toMatchObject([{ expiresAt: now + 2 * HOUR, live: false }]);
    expect(round([{ ...direct, openOffers: 1 }], [at("chosen", 4_000)]).offers).toEqual([]);
  });

  it("ends when the worker cannot be asked, with the reason", () => {
    expect(round([direct], [at("chosen", 5_100)])).toMatchObject({
      offers: [],
      exclusivesOver: [{ orderId: "order-1", workerId: "chosen", reason: "excluded_out_of_radius" }],
      receipts: [{ outcome: "excluded", reason: "excluded_out_of_radius" }],
    });
    expect(round([{ ...direct, askedWorkerIds: ["chosen"] }], [at("chosen", 700)]).exclusivesOver).toMatchObject([
      { reason: "excluded_already_asked" },
    ]);
    expect(round([direct], []).exclusivesOver).toMatchObject([{ reason: null }]);
  });

  it("comes before the city's assignment, the longest waiting first", () => {
    const second = { ...direct, orderId: "order-0", waitingSince: now + 1 };
    const open = sampleJob({ orderId: "open" });
    const result = round([second, direct, open], [at("chosen", 700)]);
    expect(asked(result)).toEqual(["order-1→chosen"]);
    expect(result.exclusivesOver).toEqual([]);
    expect(result.receipts).toMatchObject([{ outcome: "offered" }, { orderId: "open", outcome: "passed_over", reason: "holding_offer" }]);
  });
});
