import type { CategoryId } from "../catalog/category.ts";
import { type Box, boxAround, boxOver, isInBox } from "../geo/box.ts";
import { distanceMetres, isPlausible } from "../geo/distance.ts";
import type { Position } from "../geo/position.ts";
import type { Policy } from "../policy/policy.ts";
import type { RoundSnapshot } from "./round-types.ts";
import type { Job, WorkerSnapshot } from "./snapshot.ts";

type Asking = Pick<Job, "categoryId" | "mode" | "position">;

/** Who may matter to waiting orders, told roughly: by where they are, and for remote work by what they can do. */
export interface SearchArea {
  readonly boxes: readonly Box[];
  readonly remoteCategoryIds: readonly CategoryId[];
}

/** More places than this are searched as one: looking through many boxes would cost more than the workers between them. */
const boxesAtMost = 24;

function widestMetres(policy: Policy): number {
  return Math.max(...policy.dispatch.waveRadiiKm) * 1_000;
}

/** Where a round looks for workers: everybody `relevantTo` keeps is in it, but those an order is reserved for. */
export function searchAreaOf(jobs: readonly Asking[], policy: Policy): SearchArea {
  const remote = jobs.filter(({ mode }) => mode === "remote");
  const places = jobs.flatMap(({ mode, position }) => (mode !== "remote" && isPlausible(position) ? [position] : []));
  const boxes = places.map((place) => boxAround(place, widestMetres(policy)));
  const over = boxes.length > boxesAtMost ? boxOver(boxes) : null;
  return { boxes: over === null ? boxes : [over], remoteCategoryIds: [...new Set(remote.map(({ categoryId }) => categoryId))] };
}

/** Where work of a category waits; null: anywhere. */
type Reach = { readonly place: Position; readonly box: Box } | null;

function reachesOf(jobs: readonly Asking[], metres: number): ReadonlyMap<CategoryId, readonly Reach[]> {
  const reaches = new Map<CategoryId, Reach[]>();
  for (const { categoryId, mode, position } of jobs) {
    const list = reaches.get(categoryId) ?? [];
    reaches.set(categoryId, list);
    if (mode === "remote") list.push(null);
    else if (isPlausible(position)) list.push({ place: position, box: boxAround(position, metres) });
  }
  return reaches;
}

/**
 * What of a city bears on its waiting orders: workers qualified for one of them within the widest wave (remote work: all
 * qualified), and those an order is reserved for. Nobody else is considered by any order, under this policy or one with no
 * wider waves. A round runs on this, so that what is recorded is what was decided on.
 */
export function relevantTo(snapshot: RoundSnapshot, policy: Policy): RoundSnapshot {
  const wanted = new Set(snapshot.jobs.flatMap(({ exclusiveWorkerId }) => exclusiveWorkerId ?? []));
  const metres = widestMetres(policy);
  const reaches = reachesOf(snapshot.jobs, metres);
  const isWithin = (reach: Reach, position: Position | null) =>
    reach === null || (isInBox(reach.box, position) && distanceMetres(reach.place, position) <= metres);
  const matters = ({ id, position, qualifications }: WorkerSnapshot) =>
    wanted.has(id) || qualifications.some(({ categoryId }) => (reaches.get(categoryId) ?? []).some((reach) => isWithin(reach, position)));
  const workers = snapshot.workers.filter(matters);
  const ids = new Set(workers.map(({ id }) => id));
  return { ...snapshot, workers, openOffers: snapshot.openOffers.filter(({ workerId }) => ids.has(workerId)) };
}
