import type { Instant } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import type { Policy } from "../policy/policy.ts";
import { isCertified, metresTo, qualificationFor } from "./pair-facts.ts";
import type { Job, Qualification, WorkerSnapshot } from "./snapshot.ts";

/** The eight parts of a score, in the order they are shown. */
export const scorePartNames = ["skill", "distance", "standing", "history", "activity", "response", "profile", "fairness"] as const;
export type ScorePart = (typeof scorePartNames)[number];
export type ScoreParts = Readonly<Record<ScorePart, number>>;

/** Integer parts, and their sum: 0–1000 under the published policy (§6). */
export interface Score {
  readonly parts: ScoreParts;
  readonly total: number;
}

/** What a score needs of the city: the median income per available hour; null: not known. */
export interface IncomeMarket {
  readonly medianIncomePerHourFen: Fen | null;
}

/**
 * A worker's score for an order (§6): integers throughout, each part floored once, the sum of the parts is the score.
 * It judges nobody: whether the worker may be asked at all is `exclusionOf`.
 */
export function scoreOf(job: Job, worker: WorkerSnapshot, market: IncomeMarket, policy: Policy, now: Instant): Score {
  const parts: ScoreParts = {
    skill: skillPart(job, worker, qualificationFor(job, worker), { policy, now }),
    distance: distancePart(job, metresTo(job, worker), policy),
    standing: standingPart(worker, policy),
    history: historyPart(job, worker, policy),
    activity: activityPart(worker, policy),
    response: responsePart(worker, policy),
    profile: profilePart(worker, policy),
    fairness: fairnessPart(worker, market, policy),
  };
  return { parts, total: totalOf(parts) };
}

/** The sum of the parts. */
export function totalOf(parts: ScoreParts): number {
  let total = 0;
  for (const name of scorePartNames) total += parts[name];
  return total;
}

/**
 * Matched tags out of those asked, floored once; certified in the category on top. Nothing asked counts as all matched.
 * A profile of more than eight tags dilutes them: × 8 / tags.
 */
export function skillPart(
  job: Job,
  worker: WorkerSnapshot,
  qualification: Qualification | null,
  { policy, now }: { readonly policy: Policy; readonly now: Instant },
): number {
  const certified = isCertified(qualification, now, job.startsAt ?? now) ? policy.dispatch.score.skillCertified : 0;
  const { matched, asked, onProfile } = tagCounts(job, worker);
  return certified + tagPoints(matched, asked, onProfile, policy);
}

/** Distinct tags: asked for, on the profile, and on both. */
export interface TagCounts {
  readonly matched: number;
  readonly asked: number;
  readonly onProfile: number;
}

export function tagCounts(job: Pick<Job, "tags">, worker: Pick<WorkerSnapshot, "tags">): TagCounts {
  let matched = 0;
  let asked = 0;
  for (let index = 0; index < job.tags.length; index += 1) {
    const tag = job.tags[index] as string;
    if (job.tags.indexOf(tag) !== index) continue;
    asked += 1;
    if (worker.tags.includes(tag)) matched += 1;
  }
  let onProfile = 0;
  for (let index = 0; index < worker.tags.length; index += 1) if (worker.tags.indexOf(worker.tags[index] as string) === index) onProfile += 1;
  return { matched, asked, onProfile };
}

/** The tag term of the skill part, by counts of distinct tags. */
export function tagPoints(matched: number, asked: number, onProfile: number, policy: Policy): number {
  const { skillTags, profileTagsMost } = policy.dispatch.score;
  if (asked === 0) return skillTags;
  if (onProfile <= profileTagsMost) return Math.floor((skillTags * matched) / asked);
  return Math.floor((skillTags * matched * profileTagsMost) / (asked * onProfile));
}

/** Nearer is more, nothing from 12 km on; remote work counts as next door. `metres` null: no position, no points. */
export function distancePart(job: Job, metres: number | null, policy: Policy): number {
  const { distance, distanceZeroAtKm } = policy.dispatch.score;
  if (job.mode === "remote") return distance;
  if (metres === null) return 0;
  const zeroAt = distanceZeroAtKm * 1_000;
  return Math.max(0, Math.floor((distance * (zeroAt - metres)) / zeroAt));
}

export function standingPart(worker: WorkerSnapshot, policy: Policy): number {
  return share(worker.standing, 1_000, policy.dispatch.score.standing);
}

/** Completed orders together; nothing once this customer's last review of the worker was bad (1–2 stars). */
export function historyPart(job: Job, worker: WorkerSnapshot, policy: Policy): number {
  const { history, historyPerOrder } = policy.dispatch.score;
  const together = Object.hasOwn(worker.together, job.customerId) ? worker.together[job.customerId] : undefined;
  if (together === undefined || isBadReview(together.lastStars)) return 0;
  return Math.min(history, historyPerOrder * together.completed);
}

/** §8: one or two stars are a bad review. */
export function isBadReview(stars: number | null): boolean {
  return stars !== null && stars <= 2;
}

/** Online share of the worker's own available time: rest is not available time, so resting never lowers it. */
export function activityPart(worker: WorkerSnapshot, policy: Policy): number {
  const { online, available } = worker.activity;
  return available <= 0 ? policy.dispatch.score.activityUnknown : share(online, available, policy.dispatch.score.activity);
}

/** Share of offers and first messages answered in time; a decline is an answer. */
export function responsePart(worker: WorkerSnapshot, policy: Policy): number {
  const { withinFiveMinutes, of } = worker.response;
  return of <= 0 ? policy.dispatch.score.responseUnknown : share(withinFiveMinutes, of, policy.dispatch.score.response);
}

export function profilePart(worker: WorkerSnapshot, policy: Policy): number {
  return share(worker.profilePercent, 100, policy.dispatch.score.profile);
}

/** Who earned less per available hour than the city's median comes a little earlier; newcomers stand in the middle. */
export function fairnessPart(worker: WorkerSnapshot, market: IncomeMarket, policy: Policy): number {
  const { fairness, fairnessUnknown, newcomerBelowOrders } = policy.dispatch.score;
  const median = market.medianIncomePerHourFen;
  const income = worker.incomePerAvailableHourFen;
  if (median === null || median <= 0 || income === null || worker.completedOrders < newcomerBelowOrders) return fairnessUnknown;
  return share(median - income, median, fairness);
}

/** `most × value / of`, floored, between 0 and `most`. */
function share(value: number, of: number, most: number): number {
  return Math.max(0, Math.min(most, Math.floor((most * value) / of)));
}
