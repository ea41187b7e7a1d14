import type { Instant } from "../kernel/instant.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { rowFor, targetOf } from "../machines/machine.ts";
import { calendarCommitmentOf } from "./calendar.ts";
import type { Actor, Command } from "./command.ts";
import { dueAt } from "./due-at.ts";
import type { Facts } from "./facts.ts";
import { lifecycle } from "./lifecycle.ts";
import type { Order } from "./order.ts";
import type { CommitmentChange, JournalEntry, OrderEvent, Outcome } from "./outcome.ts";
import { type Contribution, joined, type OrderRow, type Step } from "./step.ts";

/** Every table an order can be walked by: the lifecycle itself, or a copy with one defect seeded by the mutation test. */
export type OrderTable = Readonly<Record<string, OrderRow>>;

/** The steps of a worker whose own instant may count although the phone was offline (§2, Offline steps). */
const offlineSteps: readonly Command["type"][] = ["depart", "arrive", "start", "pause", "resume", "finish"];

/** When a step happened: the device's instant if it is at most 2 h old, in order, and nothing has changed the state since; else the receipt. */
function happenedAt(order: Order, command: Command, facts: Facts, now: Instant, occurredAt: Instant | null): Instant {
  if (occurredAt === null || !offlineSteps.includes(command.type)) return now;
  const inOrder = occurredAt >= order.since && occurredAt <= now;
  return inOrder && now - occurredAt <= facts.policy.lifecycle.offlineStepAtMost ? occurredAt : now;
}

/** The row a timer fires: the earliest that is due. */
function dueRow(order: Order, facts: Facts, now: Instant, table: OrderTable): Result<{ readonly name: string; readonly row: OrderRow }> {
  const due = dueAt(order, facts.policy, table);
  if (due === null || due.at > now) return refuse("not_due", { at: due?.at ?? null });
  const row = table[due.what];
  return row === undefined ? refuse("not_due") : ok({ name: due.what, row });
}

/** The fields a step set, compared by value: what `replay` lays over the order. */
function changedFields(before: Order, after: Order): Partial<Order> {
  const fields = Object.keys(after) as (keyof Order)[];
  const changed = fields.filter(
    (field) => field !== "version" && before[field] !== after[field] && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, after[field]]));
}

/** What changes in calendars; null: nothing. */
function commitmentChange(before: Order, after: Order, facts: Facts): CommitmentChange | null {
  const kept = calendarCommitmentOf(after, facts.policy);
  return JSON.stringify(kept) === JSON.stringify(calendarCommitmentOf(before, facts.policy)) ? null : kept;
}

/** One business event makes one journal entry, keyed by the order and its version. */
export function entriesOf(order: Order, contribution: Contribution): readonly JournalEntry[] {
  const transfers = contribution.transfers ?? [];
  if (transfers.length === 0 || contribution.posting === undefined) return [];
  return [{ key: `order:${order.id}:${order.version}`, reason: contribution.posting, transfers }];
}

function outcomeOf(step: Step, name: string, row: OrderRow): Outcome {
  const { order: before, actor, command, facts, now } = step;
  const to = targetOf(row, before.state, step);
  const contribution = joined(row.then ?? [], step);
  const order: Order = {
    ...before,
    ...contribution.changes,
    state: to,
    since: to === before.state ? before.since : now,
    version: before.version + 1,
  };
  const event: OrderEvent = {
    orderId: order.id,
    version: order.version,
    at: now,
    by: actor,
    command: command.type,
    from: before.state,
    to,
    changes: changedFields(before, order),
  };
  return {
    order,
    row: name,
    event,
    entries: entriesOf(order, contribution),
    notices: contribution.notices ?? [],
    intents: contribution.intents ?? [],
    sideEffects: contribution.sideEffects ?? [],
    commitment: commitmentChange(before, order, facts),
  };
}

/**
 * The one way an order changes: judges a command in the order's state and says what it brings about. Performs nothing.
 *
 * A due timer goes first: while `isDue(order, policy, now)`, callers apply `{ type: "timeOut" }` and judge the command on
 * the order that results (§2). `occurredAt` is a worker's own instant of an offline step.
 * Errors: `wrong_state`, `not_allowed_to_actor`, or the code of the guard that refuses.
 */
export function transition(
  order: Order,
  actor: Actor,
  command: Command,
  facts: Facts,
  now: Instant,
  occurredAt: Instant | null = null,
  table: OrderTable = lifecycle,
): Result<Outcome> {
  const step: Step = { order, actor, command, facts, now: happenedAt(order, command, facts, now, occurredAt) };
  if (command.type === "timeOut") {
    if (actor.role !== "timer") return refuse("not_allowed_to_actor", { role: actor.role, command: command.type });
    const due = dueRow(order, facts, now, table);
    return due.ok ? ok(outcomeOf(step, due.value.name, due.value.row)) : due;
  }
  const found = rowFor(table, { state: order.state, command: command.type, role: actor.role, step });
  return found.ok ? ok(outcomeOf(step, found.value.name, found.value.row)) : found;
}
