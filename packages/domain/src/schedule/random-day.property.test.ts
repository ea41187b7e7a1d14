import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { northOf, sampleJob, sampleNow, samplePlace, sampleWorker } from "../dispatch/dispatch.samples.ts";
import { scoreOf } from "../dispatch/score.ts";
import type { CommittedInterval, WorkerSnapshot } from "../dispatch/snapshot.ts";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { type Asked, type PlayedDay, playDay } from "./random-day.samples.ts";

// What must hold of any day, written out once more from the rule book (§6) and not from the code: its own distance, its own
// local days, its own sums. It knows the zones' offsets by heart.

const minute = 60_000;
const hour = 60 * minute;
const speed = { ebike: 18, car: 28, transit: 20 };

/** By the chord between two points of the sphere. */
function metresApart(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const radians = Math.PI / 180;
  const [wide, other] = [Math.cos(a.lat * radians), Math.cos(b.lat * radians)];
  const x = wide * Math.cos(a.lng * radians) - other * Math.cos(b.lng * radians);
  const y = wide * Math.sin(a.lng * radians) - other * Math.sin(b.lng * radians);
  const z = Math.sin(a.lat * radians) - Math.sin(b.lat * radians);
  return Math.round(6_371_008.8 * 2 * Math.asin(Math.sqrt(x * x + y * y + z * z) / 2));
}

function wayMinutes(a: CommittedInterval["position"], b: CommittedInterval["position"], worker: WorkerSnapshot): number {
  return a === null || b === null ? 0 : Math.ceil((metresApart(a, b) * 1.3 * 60) / (speed[worker.travelMode] * 1_000) - 1e-9);
}

function offsetHours(zone: string, at: number): number {
  if (zone === "Asia/Shanghai") return 8;
  return at >= Date.UTC(2026, 2, 8, 7) && at < Date.UTC(2026, 10, 1, 6) ? -4 : -5;
}

const localDate = (zone: string, at: number) => Math.floor((at + offsetHours(zone, at) * hour) / (24 * hour));

/** Every broken promise of a calendar, in words. */
function* faultsOf(worker: WorkerSnapshot, zone: string): Generator<string> {
  const plan = worker.commitments.toSorted((a, b) => a.from - b.from);
  const worked = new Map<number, number>();
  let runFrom = Number.NEGATIVE_INFINITY;
  for (const [index, work] of plan.entries()) {
    for (let at = work.from, next = at; at < work.to; at = next) {
      next = Math.min(work.to, (Math.floor(at / hour) + 1) * hour);
      worked.set(localDate(zone, at), (worked.get(localDate(zone, at)) ?? 0) + (next - at) / minute);
    }
    for (const rest of worker.restBlocks)
      if (rest.from < work.to && work.from < rest.to && !work.orderId.startsWith("night")) yield `${work.orderId} in a rest block`;
    const before = plan[index - 1];
    const way = before === undefined ? 0 : wayMinutes(before.position, work.position, worker) * minute;
    if (before === undefined || work.from - before.to - way >= 20 * minute) {
      runFrom = work.from;
      continue;
    }
    if (work.from - before.to < Math.max(30 * minute, way + 10 * minute)) yield `${before.orderId} and ${work.orderId} too close`;
    if (before.to - runFrom > 4 * hour) yield `no rest before ${work.orderId}`;
  }
  for (const [index, work] of plan.entries()) {
    const before = plan[index - 1];
    if (before !== undefined && localDate(zone, before.from) !== localDate(zone, work.from) && work.from - before.to < 8 * hour)
      yield `${work.orderId} too early after the night`;
    if (before !== undefined && work.from - before.to < 30 * minute) yield `${work.orderId} without a buffer`;
  }
  for (const [date, minutes] of worked) if (minutes > 720) yield `${minutes} minutes on day ${date}`;
}

/** Why somebody should not have been asked, in words; null: they might. */
function wrongToAsk({ path, at, job, worker }: Asked): string | null {
  if (path === "reschedule" || path === "add_on") return null;
  if (!worker.verified) return "unverified";
  if (!worker.qualifications.some(({ categoryId }) => categoryId === job.categoryId)) return "unqualified";
  const metres = worker.position === null || job.position === null ? Number.POSITIVE_INFINITY : metresApart(worker.position, job.position);
  if (metres > worker.radiusKm * 1_000) return "far";
  if (path === "quote" || path === "admin") return null;
  if (path === "wave" && (!worker.online || metres > 12_000)) return "offline, or beyond every wave";
  if (worker.restBlocks.some(({ from, to }) => from <= at && at < to)) return "resting";
  const tired = worker.commitments.some(({ from, to }) => to - from > 4 * hour && to <= at && at < to + 20 * minute);
  return tired && worker.commitments.every(({ from, to }) => at < from || to <= at) ? "resting after a long run" : null;
}

function expectKept(day: PlayedDay): void {
  for (const asked of day.asked) {
    const wrong = wrongToAsk(asked);
    if (wrong !== null) expect(`${asked.path} to ${asked.worker.id} for ${asked.job.orderId}: ${wrong}`).toBe("nobody");
    // Offers are judged as they were made: the work they would put into the calendar they met breaks nothing either.
    const [fault] = faultsOf(
      { ...asked.worker, commitments: [...asked.worker.commitments, { ...asked.work, orderId: asked.job.orderId, position: asked.job.position }] },
      day.day.zone,
    );
    if (fault !== undefined) expect(`${asked.path}: ${fault}`).toBe("no fault");
  }
  for (const worker of day.workers) {
    const [fault] = faultsOf(worker, day.day.zone);
    if (fault !== undefined) expect(`${worker.id}: ${fault}`).toBe("no fault");
  }
  for (const { regular, offers } of day.rounds) {
    if (regular === null) continue;
    expect(offers.map(({ workerId }) => workerId)).toEqual([regular]);
  }
}

describe("random days", () => {
  const seen = new Map<string, number>();

  it("100,000 workers' days keep every promise on every path, by an independent sweep", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const day = playDay(seed);
        expectKept(day);
        for (const { path } of day.asked) seen.set(path, (seen.get(path) ?? 0) + 1);
      }),
      { numRuns: 12_500, endOnFailure: true },
    );
    for (const path of ["wave", "direct", "accept", "hall", "quote", "admin", "reschedule", "add_on"])
      expect(seen.get(path) ?? 0, path).toBeGreaterThan(500);
  });

  it("the sweep sees what it looks for", () => {
    const at = (from: number, to: number, metres = 0) => ({
      orderId: `${from}`,
      from: sampleNow + from * hour,
      to: sampleNow + to * hour,
      position: northOf(samplePlace, metres),
    });
    const faults = (...commitments: CommittedInterval[]) => [
      ...faultsOf(sampleWorker({ commitments, restBlocks: [{ from: sampleNow + 20 * hour, to: sampleNow + 21 * hour }] }), "Asia/Shanghai"),
    ];
    expect(faults(at(0, 1), at(2, 3))).toEqual([]);
    expect(faults(at(0, 1), at(1.25, 2)).join()).toContain("buffer");
    expect(faults(at(0, 1), at(1.5, 2, 9_000)).join()).toContain("too close");
    expect(faults(at(0, 4.5), at(5, 6, 3_000)).join()).toContain("no rest");
    expect(faults(at(0, 4), at(4.5, 9), at(10, 14)).join()).toContain("minutes on day");
    expect(faults(at(11, 13), at(20.9, 22)).join()).toContain("rest block");
    expect(faults(at(11, 13), at(18, 19)).join()).toContain("after the night");
  });

  it("resting never lowers a score", () => {
    const span = fc
      .tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 40 }))
      .map(([from, length]) => ({ from: sampleNow + from * hour, to: sampleNow + (from + length) * hour }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 4 }), fc.integer({ min: 0, max: 1_000 }), (restBlocks, standing) => {
        const worker = sampleWorker({ standing, activity: { online: 30, available: 90 } });
        const market = { medianIncomePerHourFen: 5_000 };
        const score = (who: WorkerSnapshot) => scoreOf(sampleJob(), who, market, policy, sampleNow);
        expect(score({ ...worker, restBlocks })).toEqual(score(worker));
      }),
      { numRuns: 100 },
    );
  });
});
