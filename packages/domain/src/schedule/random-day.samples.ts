import { northOf, sampleJob, samplePlace, sampleWorker } from "../dispatch/dispatch.samples.ts";
import { exclusionOf } from "../dispatch/eligibility.ts";
import { hallFor } from "../dispatch/hall.ts";
import type { DispatchPath } from "../dispatch/judgement.ts";
import { occupationOf } from "../dispatch/pair-facts.ts";
import { regularFor } from "../dispatch/regular.ts";
import { dispatchRound } from "../dispatch/round.ts";
import type { RoundOffer } from "../dispatch/round-types.ts";
import type { CommittedInterval, Job, TravelMode, WorkerSnapshot } from "../dispatch/snapshot.ts";
import { HOUR, type Instant, type Interval, MINUTE } from "../kernel/instant.ts";
import { defaultPolicy as policy } from "../policy/policy.ts";
import { timeRefusal } from "./time-guards.ts";

// A random day of a small city, played through every path that puts work into a calendar. Not exported through the door.

/** Numbers that look random and repeat with their seed. */
export type Chance = (below: number) => number;

export function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A local day with its offset from UTC before and after `changesAt`. */
export interface SampleDay {
  readonly zone: string;
  readonly midnight: Instant;
}

/** Plain days and those on which New York changes its clocks. */
export const sampleDays: readonly SampleDay[] = [
  { zone: "Asia/Shanghai", midnight: Date.UTC(2026, 10, 3, 16) },
  { zone: "America/New_York", midnight: Date.UTC(2026, 2, 8, 5) },
  { zone: "America/New_York", midnight: Date.UTC(2026, 10, 1, 4) },
];

export interface Asked {
  readonly path: DispatchPath | "reschedule" | "add_on";
  readonly at: Instant;
  readonly job: Job;
  readonly worker: WorkerSnapshot;
  /** What the calendar would hold. */
  readonly work: Interval;
}

/** What happened on a day: who was offered or given what, as they stood then; and the calendars it left. */
export interface PlayedDay {
  readonly day: SampleDay;
  readonly asked: readonly Asked[];
  readonly workers: readonly WorkerSnapshot[];
  readonly rounds: readonly { readonly job: Job; readonly regular: string | null; readonly offers: readonly RoundOffer[] }[];
}

const modes: readonly TravelMode[] = ["ebike", "car", "transit"];
const market = { medianIncomePerHourFen: null, medianRateFen: {} };

function somewhere(chance: Chance, metres: number) {
  const { lat, lng } = northOf(samplePlace, chance(2 * metres) - metres);
  return { lat, lng: lng + (chance(2 * metres) - metres) / 95_000 };
}

function anyWorker(chance: Chance, index: number, { midnight }: SampleDay): WorkerSnapshot {
  const rests = Array.from({ length: chance(3) }, () => midnight + chance(48) * 30 * MINUTE);
  const lastNight =
    chance(3) === 0 ? [{ orderId: `night-${index}`, from: midnight - 4 * HOUR, to: midnight - chance(8) * 15 * MINUTE, position: samplePlace }] : [];
  return sampleWorker({
    id: `worker-${index}`,
    verified: chance(12) > 0,
    online: chance(8) > 0,
    position: somewhere(chance, 7_000),
    travelMode: modes[chance(3)] ?? "ebike",
    radiusKm: 2 + chance(12),
    qualifications: [{ categoryId: chance(8) > 0 ? "cleaning" : "moving", certified: false, proofOfWork: false, validUntil: null }],
    restBlocks: rests.map((from) => ({ from, to: from + (1 + chance(6)) * 30 * MINUTE })),
    commitments: lastNight,
    nightFirstVisits: chance(2) > 0,
    together: chance(3) === 0 ? { "customer-1": { completed: 1 + chance(3), lastStars: 5 } } : {},
  });
}

const paths = ["wave", "wave", "wave", "regular", "direct", "hall", "quote", "admin"] as const;

function anyJob(chance: Chance, index: number, { zone, midnight }: SampleDay, now: Instant): Job {
  const ahead = chance(5) === 0 ? null : now + (90 + chance(48) * 15) * MINUTE;
  return sampleJob({
    orderId: `order-${index}`,
    zone,
    position: somewhere(chance, 7_000),
    startsAt: ahead === null || ahead > midnight + 30 * HOUR ? null : ahead,
    bookedMinutes: 60 + chance(21) * 15,
    waitingSince: now,
    expiresAt: now + 2 * HOUR,
    customerId: `customer-${chance(2)}`,
    customerHasCompletedOrder: chance(3) > 0,
  });
}

/** Plays one day: orders come through the day, each on a path of its own; some accepted ones move or take longer. */
export function playDay(seed: number): PlayedDay {
  const chance = chanceFrom(seed);
  const day = sampleDays[chance(8) < 6 ? 0 : 1 + chance(2)] as SampleDay;
  const city = new Map(Array.from({ length: 8 }, (_, index) => anyWorker(chance, index, day)).map((worker) => [worker.id, worker]));
  const played = { day, asked: [] as Asked[], rounds: [] as PlayedDay["rounds"][number][] };
  for (let hour = 5, index = 0; hour < 22; hour += 1 + chance(4)) {
    const now = day.midnight + hour * HOUR + chance(60) * MINUTE;
    for (let more = 1 + chance(2); more > 0; more -= 1, index += 1) placeOrder({ chance, city, now, ...played }, anyJob(chance, index, day, now));
    changeSomething({ chance, city, now, ...played });
  }
  return { ...played, workers: [...city.values()] };
}

interface Play {
  readonly chance: Chance;
  readonly city: Map<string, WorkerSnapshot>;
  readonly now: Instant;
  readonly day: SampleDay;
  readonly asked: Asked[];
  readonly rounds: PlayedDay["rounds"][number][];
}

function placeOrder(play: Play, job: Job): void {
  const { chance, city, now } = play;
  const path = paths[chance(paths.length)] ?? "wave";
  const workers = [...city.values()];
  const anybody = workers[chance(workers.length)] as WorkerSnapshot;
  if (path === "hall") {
    const hall = { ...job, wave: 3 };
    if (hallFor(anybody, [hall], "time", { policy, now }).length > 0) give(play, hall, anybody.id, "hall", now);
    return;
  }
  if (path === "quote" || path === "admin") {
    if (exclusionOf(job, anybody, policy, now, path) === null) give(play, job, anybody.id, path, now);
    return;
  }
  const regular = path === "regular" ? regularFor(job, workers, policy, now) : null;
  const asked = { ...job, exclusiveWorkerId: path === "direct" ? anybody.id : regular };
  const { offers } = dispatchRound({ jobs: [asked], workers, openOffers: [], market }, policy, now);
  play.rounds.push({ job: asked, regular, offers });
  for (const offer of offers) record(play, asked, offer.workerId, offer.exclusive ? "direct" : "wave", now);
  const taker = offers[chance(4)];
  // The accept comes later, when the calendar may have changed: it is judged again, on its own path.
  const later = now + chance(60) * 1_000;
  const candidate = taker === undefined ? undefined : city.get(taker.workerId);
  if (candidate !== undefined && exclusionOf(asked, candidate, policy, later, "accept") === null) give(play, asked, candidate.id, "accept", later);
}

function record({ city, asked }: Play, job: Job, workerId: string, path: Asked["path"], at: Instant): void {
  const worker = city.get(workerId) as WorkerSnapshot;
  asked.push({ path, at, job, worker, work: occupationOf(job, worker, policy, at) });
}

function give(play: Play, job: Job, workerId: string, path: DispatchPath, at: Instant): void {
  record(play, job, workerId, path, at);
  const worker = play.city.get(workerId) as WorkerSnapshot;
  const work = { orderId: job.orderId, ...occupationOf(job, worker, policy, at), position: job.position };
  play.city.set(workerId, { ...worker, commitments: [...worker.commitments, work] });
}

/** Another start, or extra time, for one order that is ahead: asked of the same guards as the order itself. */
function changeSomething(play: Play): void {
  const { chance, city, now, day } = play;
  const worker = [...city.values()][chance(city.size)] as WorkerSnapshot;
  const work = worker.commitments.find(({ from }) => from > now + HOUR);
  if (work === undefined || chance(2) === 0) return;
  const moved = chance(2) === 0;
  const by = moved ? (chance(16) - 8) * 30 * MINUTE : 0;
  const changed: CommittedInterval = { ...work, from: work.from + by, to: work.to + by + (moved ? 0 : 30 * MINUTE * (1 + chance(4))) };
  const others = worker.commitments.filter(({ orderId }) => orderId !== work.orderId);
  if (changed.from < now || timeRefusal({ ...worker, commitments: others }, changed, { zone: day.zone, policy }) !== null) return;
  const job = sampleJob({ orderId: work.orderId, zone: day.zone, position: work.position });
  play.asked.push({ path: moved ? "reschedule" : "add_on", at: now, job, worker: { ...worker, commitments: others }, work: changed });
  city.set(worker.id, { ...worker, commitments: [...others, changed] });
}
