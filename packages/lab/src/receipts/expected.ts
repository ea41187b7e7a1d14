import type { Job, RoundSnapshot, ScoreParts, WorkerSnapshot } from "@lingong/domain";
import { exclusionFor } from "./exclusions.ts";
import { isPlace, isSoon, partsOf, perWave, sumOf, waveKm, wayTo } from "./rule-book.ts";

/** An eligible worker as the rule book ranks them. */
export interface Ranked {
  readonly worker: WorkerSnapshot;
  readonly metres: number;
  readonly parts: ScoreParts;
  readonly score: number;
}

/** Who had to be told what about an order: the ranking, best first, and the excluded with their reason. */
export interface Opening {
  readonly job: Job;
  readonly wave: number;
  readonly soon: boolean;
  readonly exclusive: boolean;
  /** How many the order could still ask. */
  readonly room: number;
  readonly ranking: readonly Ranked[];
  readonly excluded: ReadonlyMap<string, string>;
}

/** The workers of a round by category: those qualified are considered, nobody else. */
export type ByCategory = ReadonlyMap<string, readonly WorkerSnapshot[]>;

export function byCategory(workers: readonly WorkerSnapshot[]): ByCategory {
  const groups = new Map<string, WorkerSnapshot[]>();
  for (const worker of workers) {
    for (const categoryId of new Set(worker.qualifications.map((one) => one.categoryId))) {
      const group = groups.get(categoryId) ?? [];
      groups.set(categoryId, group);
      group.push(worker);
    }
  }
  return groups;
}

/** Orders no round can place: over, without length, longer than a working day, or without a place. */
function isPlaceable(job: Job, now: number): boolean {
  const { expiresAt, bookedMinutes, mode, position } = job;
  if (expiresAt <= now || !(bookedMinutes > 0) || !Number.isInteger(bookedMinutes)) return false;
  return mode === "remote" || (bookedMinutes <= 12 * 60 && isPlace(position));
}

function rank(job: Job, worker: WorkerSnapshot, metres: number | null, { snapshot, now }: Round): Ranked {
  const parts = partsOf(job, worker, metres, snapshot.market.medianIncomePerHourFen, now);
  return { worker, metres: metres ?? 0, parts, score: sumOf(parts) };
}

export interface Round {
  readonly snapshot: RoundSnapshot;
  readonly now: number;
}

/** A booking or a regular's first right: this worker alone, wherever they are within their own radius. */
function exclusiveOpening(job: Job, round: Round): Opening | null {
  const worker = round.snapshot.workers.find(({ id }) => id === job.exclusiveWorkerId);
  if (worker === undefined || job.openOffers > 0) return null;
  const metres = wayTo(job, worker);
  const code = exclusionFor(job, worker, { now: round.now, metres, way: "direct" });
  const ranking = code === null ? [rank(job, worker, metres, round)] : [];
  const excluded = new Map(code === null ? [] : [[worker.id, code]]);
  return { job, wave: job.wave, soon: isSoon(job, round.now), exclusive: true, room: 1, ranking, excluded };
}

/** Waves from the order's own on, until somebody may be asked; none where the order has asked all it may for now. */
function waveOpening(job: Job, round: Round, qualified: readonly WorkerSnapshot[]): Opening | null {
  if (job.wave >= waveKm.length) return null;
  const spent = job.openOffers === 0 && job.askedInWave >= perWave;
  const room = spent ? perWave : perWave - Math.max(job.askedInWave, job.openOffers);
  if (room <= 0) return null;
  const first = spent ? job.wave + 1 : job.wave;
  const ranking: Ranked[] = [];
  const excluded = new Map<string, string>();
  let wave = first;
  for (; wave < waveKm.length; wave += 1) {
    for (const worker of qualified) {
      const metres = wayTo(job, worker);
      if (metres === null || (job.mode === "on_site" && metres > (waveKm[wave] ?? 0) * 1_000) || excluded.has(worker.id)) continue;
      const code = exclusionFor(job, worker, { now: round.now, metres, way: "wave" });
      if (code === null) ranking.push(rank(job, worker, metres, round));
      else excluded.set(worker.id, code);
    }
    if (ranking.length > 0 || job.openOffers > 0) break;
  }
  ranking.sort((a, b) => b.score - a.score || (a.worker.id < b.worker.id ? -1 : 1));
  return { job, wave, soon: isSoon(job, round.now), exclusive: false, room: wave === job.wave ? room : perWave, ranking, excluded };
}

/** Everybody who had to be considered in a round, order by order. */
export function openingsOf(round: Round): Opening[] {
  const groups = byCategory(round.snapshot.workers);
  return round.snapshot.jobs
    .filter((job) => isPlaceable(job, round.now))
    .flatMap(
      (job) => (job.exclusiveWorkerId === null ? waveOpening(job, round, groups.get(job.categoryId) ?? []) : exclusiveOpening(job, round)) ?? [],
    );
}
