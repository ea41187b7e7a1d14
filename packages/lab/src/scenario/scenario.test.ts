import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../chance.ts";
import { offlineOptimum } from "./optimum.ts";
import { type PlayOptions, play } from "./play.ts";
import { readScenario } from "./read-scenario.ts";
import { reportOf, type ScenarioReport } from "./report.ts";
import type { Scenario, ScenarioOrder, ScenarioWorker } from "./scenario.ts";
import { upperBound } from "./upper-bound.ts";

const example = (name: string) => fileURLToPath(new URL(`../../examples/scenarios/${name}.json`, import.meta.url));
const free: PlayOptions = { policy: "batch", round: 10, hold: Number.POSITIVE_INFINITY };
const held: PlayOptions = { ...free, hold: 60 };

function played(scenario: Scenario, options: PlayOptions, optimum: number | null = null): ScenarioReport {
  return reportOf(scenario, play(scenario, options), { optimum }, 0);
}

/** A crowd of a seed's making; values, stays and places differ. */
function crowd(seed: number, count: number, changes: Partial<Scenario> = {}): Scenario {
  const { between } = chanceFrom(seed);
  const place = () => ({ x: between(0, 300) / 10, y: between(0, 300) / 10 });
  const workers = Array.from({ length: count }, (_, index): ScenarioWorker => {
    const from = between(0, 10_000) / 10;
    return { id: `w${index}`, place: place(), from, to: from + between(100, 300), radius: between(2, 5), value: between(3, 10) / 10, tags: [] };
  });
  const orders = Array.from({ length: count }, (_, index): ScenarioOrder => {
    const posted = between(0, 10_000) / 10;
    return { id: `t${index}`, place: place(), posted, expires: posted + between(50, 200), service: 30, value: between(20, 200) / 10, tags: [] };
  });
  return { name: "crowd", metric: "euclid", speed: null, returnsToWork: false, weight: "value", workers, orders, ...changes };
}

describe("public scenarios", () => {
  it.each(["gmission-0", "gmission-1", "gmission-2"])("%s: the known optimum and its targets", (name) => {
    const scenario = readScenario(example(name));
    const optimum = offlineOptimum(scenario);
    expect(optimum).toBeCloseTo(1_878.4316, 6);
    expect(played(scenario, { ...free, policy: "greedy" }, optimum).share).toBeCloseTo(0.9528, 3);
    expect(played(scenario, free, optimum).share).toBeGreaterThanOrEqual(0.969);
    const { share, meanWaitS } = played(scenario, held, optimum);
    expect(share).toBeGreaterThanOrEqual(0.964);
    expect(meanWaitS).toBeLessThanOrEqual(125);
  });

  it("grid-10k: the known optimum and its target", () => {
    const scenario = readScenario(example("grid-10k"));
    const optimum = offlineOptimum(scenario);
    expect(optimum).toBe(9_368);
    expect(played(scenario, free, optimum).share).toBeGreaterThanOrEqual(0.984);
  });
});

describe("any scenario", () => {
  const kinds: readonly (readonly [string, Partial<Scenario>, PlayOptions])[] = [
    ["greedy", {}, { ...free, policy: "greedy" }],
    ["batch", {}, free],
    ["batch with a hold", {}, held],
    ["batch by score", { weight: "score" }, held],
    ["workers who return", { returnsToWork: true, speed: 0.2 }, held],
  ];

  it.each(kinds)("%s: nobody is joined before coming, after leaving, too far away or twice", (_, changes, options) => {
    const scenario = crowd(7, 1_000, changes);
    const { decisions } = play(scenario, options);
    expect(decisions.length).toBeGreaterThan(200);
    expect(new Set(decisions.map(({ order }) => order.id)).size).toBe(decisions.length);
    const busyUntil = new Map<string, number>();
    let before = 0;
    for (const { order, worker, at, distance } of decisions) {
      expect(at).toBeGreaterThanOrEqual(Math.max(before, order.posted, worker.from, busyUntil.get(worker.id) ?? 0));
      expect(at).toBeLessThanOrEqual(Math.min(order.expires, worker.to));
      expect(distance).toBeLessThanOrEqual(worker.radius);
      busyUntil.set(worker.id, scenario.returnsToWork ? at + distance / 0.2 + order.service : Number.POSITIVE_INFINITY);
      before = at;
    }
  });

  it("workers who return: no optimum, but a bound above everything that was reached", () => {
    const scenario = crowd(12, 400, { returnsToWork: true, speed: 0.2 });
    expect(offlineOptimum(scenario)).toBeNull();
    const bound = upperBound(scenario);
    for (const options of [{ ...free, policy: "greedy" } as const, free, held])
      expect(played(scenario, options).totalWeight).toBeLessThanOrEqual(bound);
    // Who never returns is bound as well: by what one order each can bring.
    expect(offlineOptimum({ ...scenario, returnsToWork: false })).toBeLessThanOrEqual(bound);
    const [worker] = scenario.workers;
    const [order] = scenario.orders;
    if (worker === undefined || order === undefined) throw new Error("an empty crowd");
    const beside = { ...order, place: worker.place, posted: worker.from, expires: worker.to };
    const one = { ...scenario, workers: [worker], orders: [beside] };
    expect(upperBound(one)).toBe(worker.value * order.value);
    const { totalWeight } = played(one, free);
    expect(reportOf(one, play(one, free), { optimum: null, atMost: upperBound(one) }, 0)).toMatchObject({
      share: null,
      shareAtLeast: 1,
      totalWeight,
    });
  });

  it("ends as it is told: who leaves at a stamp is or is not there at it", () => {
    const worker = { id: "w", place: { x: 0, y: 0 }, from: 0, to: 5, radius: 1, value: 1, tags: [] };
    const order = { id: "t", place: { x: 0, y: 0 }, posted: 5, expires: 9, service: 0, value: 1, tags: [] };
    const touching: Scenario = { ...crowd(13, 0), workers: [worker], orders: [order] };
    for (const [ends, served] of [
      ["inclusive", 1],
      ["exclusive", 0],
    ] as const) {
      expect(played(touching, { ...free, ends }).served).toBe(served);
      expect(played(touching, { ...free, policy: "greedy", ends }).served).toBe(served);
      expect(offlineOptimum(touching, ends)).toBe(served);
    }
  });

  it("on a sphere as on a plane, where both agree", () => {
    const flat = crowd(8, 600);
    const kilometre = 180 / (Math.PI * 6_371.0088);
    const onEquator = ({ x, y }: { x: number; y: number }) => ({ x: 10 + x * kilometre, y: y * kilometre });
    const round: Scenario = {
      ...flat,
      metric: "geo",
      workers: flat.workers.map((worker) => ({ ...worker, place: onEquator(worker.place) })),
      orders: flat.orders.map((order) => ({ ...order, place: onEquator(order.place) })),
    };
    // Not to the last pair: the sphere counts whole metres.
    expect((offlineOptimum(round) ?? 0) / (offlineOptimum(flat) ?? 0)).toBeCloseTo(1, 2);
    expect(played(round, held).totalWeight / played(flat, held).totalWeight).toBeCloseTo(1, 1);
  });

  it("learns nothing from the future: who comes later changes no earlier decision", () => {
    const whole = crowd(9, 1_000);
    const early = { ...whole, workers: whole.workers.filter(({ from }) => from <= 600), orders: whole.orders.filter(({ posted }) => posted <= 600) };
    const before = (scenario: Scenario) =>
      play(scenario, held)
        .decisions.filter(({ at }) => at < 600)
        .map(({ order, worker, at }) => [order.id, worker.id, at]);
    expect(before(whole).length).toBeGreaterThan(100);
    expect(before(early)).toEqual(before(whole));
  });

  it("holds no order with a partner longer than it may", () => {
    const scenario = crowd(10, 700);
    const hold = 20;
    for (const { order, worker, at } of play(scenario, { ...free, hold }).decisions) {
      // A round later at most, when its partner was better kept for another until then.
      if (at > Math.max(order.posted, worker.from) + hold) expect(at - order.posted).toBeGreaterThan(hold);
    }
    const waits = [0, 20, 60, Number.POSITIVE_INFINITY].map((most) => played(scenario, { ...free, hold: most }).meanWaitS ?? 0);
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  });

  it("decides the same twice, and in another process", { timeout: 60_000 }, async () => {
    const scenario = readScenario(example("gmission-1"));
    const { decisionsSha256 } = played(scenario, held);
    expect(played(scenario, held).decisionsSha256).toBe(decisionsSha256);
    expect(played(crowd(11, 800), free)).toMatchObject({ decisionsSha256: played(crowd(11, 800), free).decisionsSha256 });
    const main = fileURLToPath(new URL("../main.ts", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [
      main,
      "dispatch",
      example("gmission-1"),
      "--hold",
      "60",
      "--no-optimum",
      "--json",
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ decisionsSha256, share: null });
  });
});
