import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distanceMetres } from "../geo/distance.ts";
import { DAY, HOUR, MINUTE } from "../kernel/instant.ts";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { northOf, sampleNow as now, sampleJob, samplePlace, sampleWorker } from "./dispatch.samples.ts";
import { exclusionOf } from "./eligibility.ts";
import type { Improvement } from "./improvement.ts";
import { metresTo, occupationOf } from "./pair-facts.ts";
import { dispatchRound } from "./round.ts";
import type { RoundSnapshot } from "./round-types.ts";
import { scoreOf } from "./score.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";
import { urgencyOf } from "./urgency.ts";

const tags = ["kitchen", "windows", "pets", "ironing"];
const interval = fc.tuple(fc.integer({ min: -8, max: 30 }), fc.integer({ min: 1, max: 5 })).map(([from, hours]) => ({
  from: now + from * HOUR,
  to: now + (from + hours) * HOUR,
}));

/** Most workers have nothing in the way: else hardly anybody is eligible, and there is nothing to decide. */
function mostlyNone<Item>(some: fc.Arbitrary<Item[]>): fc.Arbitrary<Item[]> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant<Item[]>([]) }, some);
}

const anyWorker = fc.record({
  verified: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
  online: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
  position: fc.integer({ min: -14_000, max: 14_000 }).map((metres) => northOf(samplePlace, metres)),
  radiusKm: fc.constantFrom(3, 5, 20, 50),
  tags: fc.subarray(tags),
  standing: fc.constantFrom(500, 505, 510, 700, 900),
  restBlocks: mostlyNone(fc.array(interval, { maxLength: 1 })),
  commitments: mostlyNone(fc.array(interval, { maxLength: 2 })).map((list) =>
    list.map((one, n) => ({ ...one, orderId: `other-${n}`, position: samplePlace })),
  ),
  blockedCustomerIds: fc.constantFrom<readonly string[]>([], [], [], ["customer-1"]),
  qualifications: fc.constantFrom(
    [{ categoryId: "cleaning", certified: false, proofOfWork: false, validUntil: null }],
    [{ categoryId: "cleaning", certified: true, proofOfWork: false, validUntil: now + DAY }],
    [],
  ),
  together: fc.constantFrom<WorkerSnapshot["together"]>(
    {},
    { "customer-1": { completed: 2, lastStars: 5 } },
    { "customer-1": { completed: 2, lastStars: 2 } },
  ),
  profilePercent: fc.constantFrom(20, 60, 100),
  activity: fc.constantFrom({ online: 0, available: 0 }, { online: 50, available: 100 }),
});

const anyJob = fc.record({
  position: fc.integer({ min: -4_000, max: 4_000 }).map((metres) => northOf(samplePlace, metres)),
  tags: fc.subarray(tags),
  startsAt: fc.constantFrom(null, now + 2 * HOUR, now + 9 * HOUR, now + 26 * HOUR),
  waitingSince: fc.integer({ min: 0, max: 15 }).map((minutes) => now - minutes * MINUTE),
  expiresAt: fc.integer({ min: 1, max: 90 }).map((minutes) => now + minutes * MINUTE),
  customerId: fc.constantFrom("customer-1", "customer-2"),
  certificate: fc.constantFrom<Job["certificate"]>("optional", "optional", "required"),
  askedInWave: fc.integer({ min: 0, max: 3 }),
  wave: fc.integer({ min: 0, max: 2 }),
});

const market = { medianIncomePerHourFen: 5_000, medianRateFen: { cleaning: 6_500 } };
const snapshotOf = (most: { readonly jobs: number; readonly workers: number }): fc.Arbitrary<RoundSnapshot> =>
  fc
    .record({
      jobs: fc
        .array(anyJob, { minLength: 1, maxLength: most.jobs, size: "max" })
        .map((list) => list.map((changes, n) => sampleJob({ ...changes, orderId: `order-${n}` }))),
      workers: fc
        .array(anyWorker, { minLength: 1, maxLength: most.workers, size: "max" })
        .map((list) => list.map((changes, n) => sampleWorker({ ...changes, id: `worker-${n}` }))),
      busy: fc.subarray(Array.from({ length: most.workers }, (_, n) => n)),
      fewBusy: fc.boolean(),
    })
    .map(({ jobs, workers, busy, fewBusy }) => ({
      jobs,
      workers,
      openOffers: (fewBusy ? [] : busy.slice(0, 2)).map((n) => ({ workerId: `worker-${n}`, live: n % 2 === 0, exclusive: false })),
      market,
    }));

const isLive = (job: Job) => job.startsAt === null || job.startsAt <= now + 24 * HOUR;

function find<Item>(items: readonly Item[], wanted: (item: Item) => boolean): Item {
  const item = items.find(wanted);
  if (item === undefined) throw new Error("not in the snapshot");
  return item;
}

/** The wave and room of each order as the rules say it, and its eligible, free workers, asked pair by pair. */
function openingsByHand({ jobs, workers, openOffers }: RoundSnapshot) {
  return jobs.flatMap((job) => {
    const first = job.askedInWave >= 3 ? job.wave + 1 : job.wave;
    for (let wave = first; wave < 3; wave += 1) {
      const radius = (policy.dispatch.waveRadiiKm[wave] ?? 0) * 1_000;
      const eligible = workers.filter(
        (worker) => exclusionOf(job, worker, policy, now, "wave") === null && (metresTo(job, worker) ?? Number.NaN) <= radius,
      );
      if (eligible.length === 0) continue;
      const free = eligible.filter(({ id }) => !openOffers.some(({ workerId, live }) => workerId === id && live === isLive(job)));
      return [{ job, wave, room: wave === job.wave ? 3 - job.askedInWave : 3, eligible, free }];
    }
    return [];
  });
}

/** The greatest total of scores, plus each served order's urgency once, by trying everything. */
function bestByTrying(snapshot: RoundSnapshot): number {
  const openings = openingsByHand(snapshot);
  const slots = snapshot.workers.flatMap((worker) => [
    { worker, live: true },
    { worker, live: false },
  ]);
  const taken = openings.map(() => 0);
  const visit = (slot: number): number => {
    const next = slots[slot];
    if (next === undefined) return 0;
    let best = visit(slot + 1);
    for (const [index, { job, room, free }] of openings.entries()) {
      const already = taken[index] ?? 0;
      if (already === room || isLive(job) !== next.live || !free.includes(next.worker)) continue;
      taken[index] = already + 1;
      const gain = scoreOf(job, next.worker, market, policy, now).total + (already === 0 ? urgencyOf(job, policy, now) : 0);
      best = Math.max(best, gain + visit(slot + 1));
      taken[index] = already;
    }
    return best;
  };
  return visit(0);
}

/** Everything a round decided, as text. */
function textOf(snapshot: RoundSnapshot): string {
  const result = dispatchRound(snapshot, policy, now);
  return JSON.stringify({ ...result, receipts: [...result.receipts] });
}

describe("any round", () => {
  it("offers only what the rules allow, and adds up", () => {
    fc.assert(
      fc.property(snapshotOf({ jobs: 12, workers: 25 }), (snapshot) => {
        const { offers } = dispatchRound(snapshot, policy, now);
        const openings = openingsByHand(snapshot);
        expect(new Set(offers.map(({ workerId, live }) => `${workerId} ${live}`)).size).toBe(offers.length);
        for (const offer of offers) {
          const worker = find(snapshot.workers, ({ id }) => id === offer.workerId);
          const job = find(snapshot.jobs, ({ orderId }) => orderId === offer.orderId);
          const opening = find(openings, (one) => one.job === job);
          expect(opening.free).toContain(worker);
          expect(offer.wave).toBe(opening.wave);
          expect(offers.filter(({ orderId }) => orderId === job.orderId).length).toBeLessThanOrEqual(opening.room);
          expect({ parts: offer.parts, total: offer.score }).toEqual(scoreOf(job, worker, market, policy, now));
          expect(Object.values(offer.parts).reduce((sum, part) => sum + part, 0)).toBe(offer.score);
          expectFair(job, worker);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("reaches the best total there is, on 1,500 small cities", () => {
    fc.assert(
      fc.property(snapshotOf({ jobs: 3, workers: 5 }), (snapshot) => {
        const { offers } = dispatchRound(snapshot, policy, now);
        const served = new Set(offers.map(({ orderId }) => orderId));
        const urgency = snapshot.jobs.filter(({ orderId }) => served.has(orderId)).reduce((sum, job) => sum + urgencyOf(job, policy, now), 0);
        expect(offers.reduce((sum, { score }) => sum + score, 0) + urgency).toBe(bestByTrying(snapshot));
      }),
      { numRuns: 1_500 },
    );
  });

  it("does not depend on the order of its lists", () => {
    const shuffled = snapshotOf({ jobs: 8, workers: 15 }).chain((snapshot) =>
      fc.tuple(
        fc.constant(snapshot),
        fc.shuffledSubarray([...snapshot.jobs], { minLength: snapshot.jobs.length }),
        fc.shuffledSubarray([...snapshot.workers], { minLength: snapshot.workers.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([snapshot, jobs, workers]) => {
        const openOffers = [...snapshot.openOffers].reverse();
        expect(textOf({ ...snapshot, jobs, workers, openOffers })).toBe(textOf(snapshot));
      }),
      { numRuns: 200 },
    );
  });

  it("leaves every eligible worker a receipt: an offer, or a reason", () => {
    fc.assert(
      fc.property(snapshotOf({ jobs: 8, workers: 15 }), (snapshot) => {
        const result = dispatchRound(snapshot, policy, now);
        const { offers } = result;
        const receipts = [...result.receipts];
        expect(new Set(receipts.map(({ orderId, workerId }) => `${orderId} ${workerId}`)).size).toBe(receipts.length);
        for (const { job, eligible } of openingsByHand(snapshot)) {
          const byScore = eligible
            .map((worker) => ({ id: worker.id, ...scoreOf(job, worker, market, policy, now) }))
            .sort((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1));
          for (const [place, { id, parts, total }] of byScore.entries()) {
            const offered = offers.some(({ orderId, workerId }) => orderId === job.orderId && workerId === id);
            const receipt = find(receipts, ({ orderId, workerId }) => orderId === job.orderId && workerId === id);
            expect(receipt).toMatchObject({
              outcome: offered ? "offered" : "passed_over",
              parts,
              score: total,
              rank: place + 1,
              of: eligible.length,
            });
            if (receipt.outcome === "passed_over") expect(["outranked", "offered_elsewhere", "holding_offer"]).toContain(receipt.reason);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("names improvements that hold when the round is run again with them", () => {
    let checked = 0;
    fc.assert(
      fc.property(snapshotOf({ jobs: 4, workers: 30 }), (snapshot) => {
        for (const receipt of dispatchRound(snapshot, policy, now).receipts) {
          if (receipt.outcome !== "passed_over" || receipt.improvement === null) continue;
          const job = find(snapshot.jobs, ({ orderId }) => orderId === receipt.orderId);
          const { improvement } = receipt;
          const workers = snapshot.workers.map((worker) => (worker.id === receipt.workerId ? improved(worker, job, improvement) : worker));
          const again = [...dispatchRound({ ...snapshot, workers }, policy, now).receipts].find(
            ({ orderId, workerId }) => orderId === receipt.orderId && workerId === receipt.workerId,
          );
          if (again === undefined || again.outcome === "excluded") throw new Error("no longer ranked");
          // Nearer by may be in an earlier wave: there the worker is the only one, and first.
          expect(again.rank).toBe(again.wave === receipt.wave ? improvement.rank : 1);
          expect(again.rank).toBeLessThan(receipt.rank);
          expect(again.score).toBe(receipt.score + improvement.points);
          checked += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(checked).toBeGreaterThan(100);
  });
});

/** Checks a pair the plain way, without the functions under test but for the interval itself. */
function expectFair(job: Job, worker: WorkerSnapshot): void {
  const { position } = worker;
  if (job.position === null || position === null) throw new Error("on-site orders and these workers have a position");
  const work = occupationOf(job, worker, policy, now);
  expect(worker.verified && worker.online && worker.qualifications.length > 0).toBe(true);
  expect(worker.blockedCustomerIds).not.toContain(job.customerId);
  expect(distanceMetres(job.position, position)).toBeLessThanOrEqual(worker.radiusKm * 1_000);
  for (const block of worker.restBlocks) {
    expect(block.to <= work.from || work.to <= block.from).toBe(true);
    expect(block.from <= now && now < block.to).toBe(false);
  }
  for (const { from, to } of worker.commitments) expect(to + 30 * MINUTE <= work.from || work.to + 30 * MINUTE <= from).toBe(true);
}

/** The worker with the improvement a receipt named. */
function improved(worker: WorkerSnapshot, job: Job, { part, unit, to }: Improvement): WorkerSnapshot {
  if (unit === "standing") return { ...worker, standing: to };
  if (unit === "metres") return { ...worker, position: job.position === null ? null : northOf(job.position, to) };
  if (unit === "certificate")
    return { ...worker, qualifications: worker.qualifications.map((one) => ({ ...one, certified: true, validUntil: null })) };
  if (unit === "tags") {
    const missing = job.tags.filter((tag) => !worker.tags.includes(tag));
    return { ...worker, tags: [...worker.tags, ...missing.slice(0, to - (job.tags.length - missing.length))] };
  }
  if (unit === "orders") {
    const lastStars = worker.together[job.customerId]?.lastStars ?? null;
    return { ...worker, together: { ...worker.together, [job.customerId]: { completed: to, lastStars } } };
  }
  if (part === "profile") return { ...worker, profilePercent: to };
  if (part === "activity") return { ...worker, activity: { online: to, available: 100 } };
  return { ...worker, response: { withinFiveMinutes: to, of: 100 } };
}
