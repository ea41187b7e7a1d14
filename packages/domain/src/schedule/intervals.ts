import type { Duration, Interval } from "../kernel/instant.ts";

// Sets of time: lists of half-open ranges, in order, none touching the next. Every function takes any list and gives such a set.

/** The ranges in order, those that touch or overlap joined, empty ones left out. */
export function union(...lists: readonly (readonly Interval[])[]): Interval[] {
  const joined: Interval[] = [];
  const all = lists.flat().filter(({ from, to }) => from < to);
  for (const { from, to } of all.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else joined.push({ from, to });
  }
  return joined;
}

/** What lies in both. */
export function intersection(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const [left, right] = [union(a), union(b)];
  const common: Interval[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const [one, other] = [left[i] as Interval, right[j] as Interval];
    const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
    if (from < to) common.push({ from, to });
    if (one.to < other.to) i += 1;
    else j += 1;
  }
  return common;
}

/** What lies in `a` and not in `b`. */
export function difference(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const holes = union(b);
  return union(a).flatMap((range) => {
    const parts: Interval[] = [];
    let from = range.from;
    for (const hole of holes) {
      if (hole.to <= from || hole.from >= range.to) continue;
      if (hole.from > from) parts.push({ from, to: hole.from });
      from = Math.max(from, hole.to);
    }
    return from < range.to ? [...parts, { from, to: range.to }] : parts;
  });
}

/** Elapsed time of all ranges together. */
export function durationOf(ranges: readonly Interval[]): Duration {
  return union(ranges).reduce((total, { from, to }) => total + to - from, 0);
}
