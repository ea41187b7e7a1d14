import type { Policy } from "../policy/policy.ts";
import { type DispatchPath, type ExclusionCode, exclusionAt } from "./eligibility.ts";
import { appendPair, type Candidate, type Rows, sortTail } from "./pair-table.ts";
import { type Holder, ownTotalOf, type RoundState } from "./round-state.ts";
import { distancePart, historyPart, skillPart } from "./score.ts";
import type { Job, Qualification, WorkerSnapshot } from "./snapshot.ts";

export interface Exclusion {
  readonly worker: number;
  readonly code: ExclusionCode;
}

/** Who may be asked for an order (rows of the round's pairs, best first), and who was considered and excluded. */
export interface Candidates {
  /** The wave they were found in: behind the order's own, when there was nobody nearer. The number of waves: the hall. */
  readonly wave: number;
  readonly eligible: Rows;
  readonly excluded: readonly Exclusion[];
}

/** Whether a wave number means the hall, where nobody is asked any more. */
export function isHall(wave: number, policy: Policy): boolean {
  return wave >= policy.dispatch.waveRadiiKm.length;
}

/**
 * Finds and judges who may be asked for an order: qualified workers within the wave's radius, from `firstWave` on, wave by
 * wave while nobody is eligible and no offer is out; for remote work everybody qualified. Who is not qualified or is
 * farther away was not considered.
 */
export function candidatesFor(state: RoundState, job: Job, firstWave: number): Candidates {
  const { pairs } = state;
  const from = pairs.size;
  const excluded: Exclusion[] = [];
  const consider: Consider = (worker, qualification, metres) => {
    const judged = judge(state, job, { worker, qualification, metres }, "wave");
    if (typeof judged === "string") excluded.push({ worker, code: judged });
    else appendPair(pairs, judged);
  };

  let wave = firstWave;
  for (let seen = -1; !isHall(wave, state.policy); wave += 1) {
    seen = considerWave(state, { job, wave, seen }, consider);
    if (pairs.size > from || job.openOffers > 0) break;
  }
  sortTail(pairs, from);
  excluded.sort((a, b) => a.worker - b.worker);
  return { wave, eligible: { from, to: pairs.size }, excluded };
}

type Consider = (worker: number, qualification: Qualification, metres: number) => void;

/** Considers whom the wave adds beyond `seen` metres; answers how far it has looked. */
function considerWave(
  state: RoundState,
  { job, wave, seen }: { readonly job: Job; readonly wave: number; readonly seen: number },
  consider: Consider,
): number {
  const qualified = state.qualified.get(job.categoryId);
  if (job.mode === "remote") {
    if (seen < 0) for (const { worker, qualification } of qualified?.holders ?? []) consider(worker, qualification, 0);
    return 0;
  }
  const metres = (state.policy.dispatch.waveRadiiKm[wave] ?? 0) * 1_000;
  if (job.position === null || qualified === undefined) return metres;
  const { holders, places } = qualified;
  places.within(job.position, metres, (index, away) => {
    const { worker, qualification } = holders[index] as Holder;
    if (away > seen) consider(worker, qualification, away);
  });
  return metres;
}

/** Judges one pair: a candidate with score and parts, or the reason against it. */
export function judge(
  state: RoundState,
  job: Job,
  { worker, qualification, metres }: { readonly worker: number; readonly qualification: Qualification | null; readonly metres: number | null },
  path: DispatchPath,
): Candidate | ExclusionCode {
  const { workers, policy, now, localTime } = state;
  const snapshot = workers[worker] as WorkerSnapshot;
  const code = exclusionAt({ job, worker: snapshot, qualification, metres }, { policy, now, path, localTime });
  if (code !== null) return code;
  const skill = skillPart(job, snapshot, qualification, { policy, now });
  const distance = distancePart(job, metres, policy);
  const history = historyPart(job, snapshot, policy);
  return { worker, score: skill + distance + history + ownTotalOf(state, worker), skill, distance, history, metres: metres ?? 0 };
}
