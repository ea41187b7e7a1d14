import type { Policy } from "../policy/policy.ts";
import { dueAt } from "./due-at.ts";
import { type LifecycleRow, lifecycle } from "./lifecycle.ts";
import type { OrderEvent } from "./outcome.ts";
import { replay } from "./replay.ts";

type Lifecycle = typeof lifecycle;

/** The rows of the lifecycle that fire by time. */
export type TimedRow = { [Name in LifecycleRow]: Lifecycle[Name] extends { readonly at: unknown } ? Name : never }[LifecycleRow];

function isTimed(name: string): name is TimedRow {
  return Object.hasOwn(lifecycle, name) && "at" in lifecycle[name as LifecycleRow];
}

/**
 * Which timed row each time-out of an order's history fired, by the event's version: a time-out itself only says that time was up.
 * `events` are the order's from its first on; those of a version of the table that is gone are left out.
 */
export function firedRows(events: readonly OrderEvent[], policy: Policy): ReadonlyMap<number, TimedRow> {
  const fired = new Map<number, TimedRow>();
  for (const [index, { command, version }] of events.entries()) {
    if (command !== "timeOut" || index === 0) continue;
    const due = dueAt(replay(events.slice(0, index)), policy);
    if (due !== null && isTimed(due.what)) fired.set(version, due.what);
  }
  return fired;
}
