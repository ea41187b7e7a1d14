import type { Job, ScoreParts, WorkerSnapshot } from "@lingong/domain";
import { exclusionFor } from "./exclusions.ts";
import { holdsCertificate, shareOf, tagPoints, tagsOf, togetherOf, weights } from "./rule-book.ts";

interface Case {
  readonly job: Job;
  readonly worker: WorkerSnapshot;
  readonly parts: ScoreParts;
  readonly now: number;
}

/** Points each part could be brought to, by trying every value of what it is made of; in no particular order. */
function* reachable(it: Case, need: number): Generator<readonly [part: keyof ScoreParts, points: number]> {
  const { job, worker, parts, now } = it;
  const nearer = nearestFit(it, need);
  if (nearer !== null) yield ["distance", nearer];
  for (let standing = worker.standing + 1; standing <= 1_000; standing += 1) yield ["standing", shareOf(weights.standing, standing, 1_000)];
  if ((togetherOf(job, worker)?.lastStars ?? 5) > 2) for (let orders = 1; orders <= 4; orders += 1) yield ["history", 25 * orders];
  for (let percent = 1; percent <= 100; percent += 1) {
    yield ["activity", shareOf(weights.activity, percent, 100)];
    yield ["response", shareOf(weights.response, percent, 100)];
    yield ["profile", shareOf(weights.profile, percent, 100)];
  }
  const tags = tagsOf(job, worker);
  const without = parts.skill - tagPoints(tags);
  for (let more = 1; more <= tags.asked - tags.matched; more += 1)
    yield ["skill", without + tagPoints({ ...tags, matched: tags.matched + more, own: tags.own + more })];
  if (!holdsCertificate(job, worker, now, job.startsAt ?? now)) yield ["skill", parts.skill + weights.certificate];
}

/** The least points for distance from `need` more on: from nearer places the work may begin earlier, which may be in the way of something. */
function nearestFit({ job, worker, parts, now }: Case, need: number): number | null {
  if (job.mode === "remote") return null;
  for (let points = parts.distance + need; points <= weights.distance; points += 1) {
    // Each point is 48 m.
    const metres = 48 * (weights.distance - points);
    if (exclusionFor(job, worker, { now, metres, way: "wave" }) === null) return points;
  }
  return null;
}

/** The fewest points of one part alone that come to `need` or more, and every part that could bring just those; null: none has the room. */
export function fewestPoints(it: Case, need: number): { readonly points: number; readonly parts: ReadonlySet<keyof ScoreParts> } | null {
  let fewest = Number.POSITIVE_INFINITY;
  let parts = new Set<keyof ScoreParts>();
  for (const [part, value] of reachable(it, need)) {
    const points = value - it.parts[part];
    if (points < need || points > fewest) continue;
    if (points < fewest) parts = new Set();
    fewest = points;
    parts.add(part);
  }
  return parts.size === 0 ? null : { points: fewest, parts };
}
