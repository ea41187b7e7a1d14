import type { Overview } from "@lingong/contracts";
import { distanceMetres, type Position } from "@lingong/domain";

export type Layer = Overview["points"][number]["kind"];
type Point = Overview["points"][number];

export interface Cluster {
  readonly key: string;
  readonly position: Position;
  readonly count: number;
  readonly district: string | null;
}

export interface Shortage extends Cluster {
  /** Workers online near enough. */
  readonly workers: number;
}

/** How near a worker must be to help out (metres): the first wave's radius (§6). */
const nearMetres = 5_000;
/** Fewer waiting orders than this are not a shortage. */
const fewest = 3;

function mean(a: Position, weightOfA: number, b: Position, weightOfB: number): Position {
  const whole = weightOfA + weightOfB;
  return { lat: (a.lat * weightOfA + b.lat * weightOfB) / whole, lng: (a.lng * weightOfA + b.lng * weightOfB) / whole };
}

/** Joins the points of one layer that lie within `joinMetres` of a bigger one: each cluster stands in the middle of what it counts. */
export function clustersOf(points: readonly Point[], layer: Layer, joinMetres: number): readonly Cluster[] {
  const clusters: Cluster[] = [];
  const own = points.filter(({ kind }) => kind === layer).toSorted((a, b) => b.count - a.count);
  for (const { position, count, district } of own) {
    const at = clusters.findIndex((cluster) => distanceMetres(cluster.position, position) < joinMetres);
    const near = clusters[at];
    if (near === undefined) {
      clusters.push({ key: `${layer} ${position.lat.toFixed(3)} ${position.lng.toFixed(3)}`, position, count, district });
    } else {
      clusters[at] = {
        ...near,
        position: mean(near.position, near.count, position, count),
        count: near.count + count,
        district: near.district ?? district,
      };
    }
  }
  return clusters;
}

/** Where more orders wait than workers are online near by. */
export function shortagesOf(points: readonly Point[], joinMetres: number): readonly Shortage[] {
  const workers = points.filter(({ kind }) => kind === "worker");
  return clustersOf(points, "waiting", joinMetres).flatMap((cluster) => {
    const near = workers.filter(({ position }) => distanceMetres(position, cluster.position) <= nearMetres);
    const count = near.reduce((total, worker) => total + worker.count, 0);
    return cluster.count >= fewest && cluster.count > count ? [{ ...cluster, workers: count }] : [];
  });
}

/** How far apart clusters must stand so that they do not cover each other, on a map that shows them all. */
export function joinDistance(points: readonly Point[]): number {
  const lats = points.map(({ position }) => position.lat);
  const lngs = points.map(({ position }) => position.lng);
  if (points.length < 2) return 0;
  const across = distanceMetres({ lat: Math.min(...lats), lng: Math.min(...lngs) }, { lat: Math.max(...lats), lng: Math.max(...lngs) });
  return across / 11;
}

/** Pixels across: the area grows with the count, within what can be read and what leaves the map visible. */
export function clusterSize(count: number): number {
  return Math.round(Math.min(60, 22 + Math.sqrt(count) * 3.1));
}
