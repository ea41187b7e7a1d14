import type { CommittedInterval, ExclusionCode, Job, WorkerSnapshot } from "@lingong/domain";
import { holdsCertificate, hour, isPlace, isSoon, metresBetween, minute, qualificationOf, travelMinutes, workOf } from "./rule-book.ts";

/** How the order would come: an offer of a wave, or one for this worker alone. */
export type Way = "wave" | "direct";

interface Work {
  readonly from: number;
  readonly to: number;
  readonly position: CommittedInterval["position"];
}

/** One pair under judgement: the work it would be, and everything else the worker is bound to. */
interface Pair {
  readonly job: Job;
  readonly worker: WorkerSnapshot;
  readonly now: number;
  readonly metres: number | null;
  readonly work: Work;
  readonly bound: readonly CommittedInterval[];
  readonly way: Way;
}

const localDays = new Map<string, { readonly from: number; readonly to: number; readonly hour: number }>();

/** The local day an instant lies in, and the hour on the wall. */
function localDay(at: number, zone: string) {
  // Clocks and zones change on quarters of an hour.
  const key = `${zone} ${Math.floor(at / (15 * minute))}`;
  const known = localDays.get(key);
  if (known !== undefined) return known;
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const from = local.startOfDay();
  const day = { from: from.epochMilliseconds, to: from.add({ days: 1 }).startOfDay().epochMilliseconds, hour: local.hour };
  if (localDays.size > 100_000) localDays.clear();
  localDays.set(key, day);
  return day;
}

function travelBetween(a: Work, b: Work, worker: WorkerSnapshot): number {
  if (!isPlace(a.position) || !isPlace(b.position)) return 0;
  return travelMinutes(Math.round(metresBetween(a.position, b.position)), worker.travelMode) * minute;
}

/** Too little time between two orders: max(30 min, travel + 10 min), 10 min between two that are remote. */
function overlaps({ bound, work, worker }: Pair): boolean {
  return bound.some((other) => {
    const gap = Math.max(other.from - work.to, work.from - other.to);
    const buffer =
      other.position === null && work.position === null ? 10 * minute : Math.max(30 * minute, travelBetween(other, work, worker) + 10 * minute);
    return gap < buffer;
  });
}

/** Orders in a row, broken wherever 20 minutes remain between two beside the way from one to the other. */
function runsOf(list: readonly Work[], worker: WorkerSnapshot): Work[][] {
  const runs: Work[][] = [];
  for (const work of [...list].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = runs.at(-1)?.at(-1);
    if (last === undefined || work.from - last.to - travelBetween(last, work, worker) >= 20 * minute) runs.push([work]);
    else runs.at(-1)?.push(work);
  }
  return runs;
}

const near = 72 * hour;

/** In a rest block, or within 20 minutes after more than four hours in a row, and not at work. */
function restsNow({ worker, bound, now }: Pair): boolean {
  if (worker.restBlocks.some(({ from, to }) => from <= now && now < to)) return true;
  if (bound.some(({ from, to }) => from <= now && now < to)) return false;
  const run = runsOf(
    bound.filter(({ from, to }) => to <= now && from > now - near),
    worker,
  ).at(-1);
  const last = run?.at(-1);
  return run !== undefined && last !== undefined && now < last.to + 20 * minute && last.to - (run[0]?.from ?? last.to) > 4 * hour;
}

/** The work lies in a rest block, or begins, or makes another begin, without 20 minutes after more than four hours in a row. */
function takesRest({ worker, work, bound }: Pair): boolean {
  if (worker.restBlocks.some(({ from, to }) => from < work.to && work.from < to)) return true;
  const around = bound.filter(({ from, to }) => to > work.from - near && from < work.to + near);
  const run = runsOf([...around, work], worker).find((list) => list.includes(work)) ?? [];
  const begins = run[0]?.from ?? 0;
  return run.some((_, index) => index > 0 && index >= run.indexOf(work) && (run[index - 1]?.to ?? 0) - begins > 4 * hour);
}

/** More than twelve hours on a local day the work touches. */
function fillsDay({ job, work, bound }: Pair): boolean {
  for (let at = work.from; at < work.to; ) {
    const day = localDay(at, job.zone);
    const worked = [work, ...bound].reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, day.to) - Math.max(from, day.from)), 0);
    if (worked > 12 * hour) return true;
    at = day.to;
  }
  return false;
}

/** Less than eight hours between work that begins on two local days. */
function shortensNight({ job, work, bound }: Pair): boolean {
  return bound.some((other) => {
    const [first, second] = other.from < work.from ? [other, work] : [work, other];
    return second.from - first.to < 8 * hour && localDay(other.from, job.zone).from !== localDay(work.from, job.zone).from;
  });
}

function isAtNight({ job, work }: Pair): boolean {
  const wall = localDay(work.from, job.zone).hour;
  return wall >= 20 || wall < 7;
}

function lacksProof({ job, worker, now, work }: Pair): boolean {
  if (job.certificate === "optional" || holdsCertificate(job, worker, now, work.from)) return false;
  return job.certificate === "required" || qualificationOf(job, worker)?.proofOfWork !== true;
}

/** Every reason in its order of precedence; the first that holds is told. */
const reasons: readonly (readonly [code: ExclusionCode, holds: (pair: Pair) => boolean])[] = [
  ["excluded_other_city", ({ job, worker }) => job.cityId !== worker.cityId],
  ["excluded_blocked", ({ job: { customerId }, worker }) => [...worker.blockedCustomerIds, ...worker.blockedByCustomerIds].includes(customerId)],
  ["excluded_unverified", ({ worker }) => !worker.verified],
  ["excluded_unqualified", ({ job, worker }) => qualificationOf(job, worker) === null],
  ["excluded_certificate", lacksProof],
  ["excluded_crew_too_small", ({ job, worker }) => worker.crewSize < job.headcount],
  ["excluded_left_order", ({ job, worker }) => job.leftWorkerIds.includes(worker.id)],
  ["excluded_already_asked", ({ job, worker }) => job.askedWorkerIds.includes(worker.id)],
  ["excluded_no_position", ({ metres }) => metres === null],
  ["excluded_out_of_radius", ({ job, worker, metres }) => job.mode === "on_site" && (metres ?? 0) > worker.radiusKm * 1_000],
  ["excluded_offline", ({ worker, way }) => way === "wave" && !worker.online],
  ["excluded_paused", ({ job, worker, now }) => worker.pausedUntil !== null && now < worker.pausedUntil && isSoon(job, now)],
  [
    "excluded_night_first_visit",
    (pair) => pair.job.mode === "on_site" && !pair.job.customerHasCompletedOrder && !pair.worker.nightFirstVisits && isAtNight(pair),
  ],
  ["excluded_overlapping", overlaps],
  ["excluded_resting", restsNow],
  ["excluded_resting", takesRest],
  ["excluded_daily_limit", fillsDay],
  ["excluded_night_rest", shortensNight],
];

/** Why this worker may not be asked for this order from so far away; null: they may. */
export function exclusionFor(
  job: Job,
  worker: WorkerSnapshot,
  at: { readonly now: number; readonly metres: number | null; readonly way: Way },
): ExclusionCode | null {
  const work = { ...workOf(job, worker, at.now, at.metres), position: job.mode === "remote" ? null : job.position };
  const bound = worker.commitments.filter(({ orderId }) => orderId !== job.orderId);
  const pair = { job, worker, work, bound, ...at };
  return reasons.find(([, holds]) => holds(pair))?.[0] ?? null;
}
