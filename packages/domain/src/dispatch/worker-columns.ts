import type { Policy } from "../policy/policy.ts";
import { checksOfWorker } from "./eligibility.ts";
import type { Judgement } from "./judgement.ts";
import { activityPart, fairnessPart, type IncomeMarket, profilePart, responsePart, type ScoreParts, standingPart } from "./score.ts";
import type { WorkerSnapshot } from "./snapshot.ts";
import { type TagBits, writeTags } from "./tag-bits.ts";

/** The parts of a score that do not depend on the order. */
export type OwnParts = Pick<ScoreParts, "standing" | "activity" | "response" | "profile" | "fairness">;

/**
 * What a round asks of a worker pair after pair, in columns by the worker's place in its list. It is worked out when a worker is
 * first considered: most of a city is not near any waiting order.
 */
export interface WorkerColumns {
  readonly known: Uint8Array;
  /** Which checks may exclude them: see `checksOfWorker`. */
  readonly checks: Int32Array;
  readonly radiusMetres: Float64Array;
  readonly ownTotal: Int32Array;
  readonly standing: Int32Array;
  readonly activity: Int32Array;
  readonly response: Int32Array;
  readonly profile: Int32Array;
  readonly fairness: Int32Array;
  /** 1: has worked for somebody before, so that `history` is worth asking for. */
  readonly hasHistory: Uint8Array;
  /** How many tags their profile has, and those that orders ask for as bits, `tags.words` words a worker. */
  readonly tagsOnProfile: Int32Array;
  readonly tagWords: Int32Array;
}

export function workerColumns(workers: number, tags: TagBits): WorkerColumns {
  const column = () => new Int32Array(workers);
  return {
    known: new Uint8Array(workers),
    checks: column(),
    radiusMetres: new Float64Array(workers),
    ownTotal: column(),
    standing: column(),
    activity: column(),
    response: column(),
    profile: column(),
    fairness: column(),
    hasHistory: new Uint8Array(workers),
    tagsOnProfile: column(),
    tagWords: new Int32Array(workers * tags.words),
  };
}

/** Under what a worker's columns are worked out. */
export interface ColumnContext {
  readonly tags: TagBits;
  readonly market: IncomeMarket;
  readonly policy: Policy;
  readonly judgement: Judgement;
}

/** Works out the columns of one worker. */
export function fillColumns(columns: WorkerColumns, place: number, worker: WorkerSnapshot, { tags, market, policy, judgement }: ColumnContext): void {
  const standing = standingPart(worker, policy);
  const activity = activityPart(worker, policy);
  const response = responsePart(worker, policy);
  const profile = profilePart(worker, policy);
  const fairness = fairnessPart(worker, market, policy);
  columns.standing[place] = standing;
  columns.activity[place] = activity;
  columns.response[place] = response;
  columns.profile[place] = profile;
  columns.fairness[place] = fairness;
  columns.ownTotal[place] = standing + activity + response + profile + fairness;
  columns.checks[place] = checksOfWorker(worker, judgement);
  columns.radiusMetres[place] = worker.radiusKm * 1_000;
  columns.hasHistory[place] = Object.keys(worker.together).length > 0 ? 1 : 0;
  columns.tagsOnProfile[place] = writeTags(tags, worker.tags, columns.tagWords, place * tags.words);
  columns.known[place] = 1;
}
