import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { lifecycle } from "./lifecycle.ts";
import type { Order } from "./order.ts";
import type { OrderRow } from "./step.ts";

/** The next thing that happens by itself: when, and which row of the lifecycle it fires. */
export interface Due {
  readonly at: Instant;
  readonly what: string;
}

type TimedRow = readonly [name: string, row: OrderRow & { readonly at: NonNullable<OrderRow["at"]> }];

/** The rows of a table that fire by time, in its order: the first decides between two of the same instant. Computed once a table. */
const timedRowsOf = (() => {
  const known = new WeakMap<object, readonly TimedRow[]>();
  return (table: Readonly<Record<string, OrderRow>>): readonly TimedRow[] => {
    const cached = known.get(table);
    if (cached !== undefined) return cached;
    const rows = Object.entries(table).filter((entry): entry is [string, TimedRow[1]] => entry[1].at !== undefined);
    known.set(table, rows);
    return rows;
  };
})();

/**
 * The next timed exit of an order (I7), derived from the order and its policy alone: the deadlines table is only an index of
 * it. Null in a draft and in final states.
 */
export function dueAt(order: Order, policy: Policy, table: Readonly<Record<string, OrderRow>> = lifecycle): Due | null {
  let next: Due | null = null;
  for (const [what, row] of timedRowsOf(table)) {
    if (!row.from.includes(order.state)) continue;
    const at = row.at({ order, facts: { policy } });
    if (at !== null && (next === null || at < next.at)) next = { at, what };
  }
  return next;
}

/** Whether the order's next timed exit must be applied before anything else is judged (§2: in time means now < deadline). */
export function isDue(order: Order, policy: Policy, now: Instant): boolean {
  const due = dueAt(order, policy);
  return due !== null && due.at <= now;
}
