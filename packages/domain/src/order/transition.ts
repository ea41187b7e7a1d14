import type { Instant } from "../kernel/instant.ts";
import { ok, type Result, refuse } from "../kernel/result.ts";
import { sameValue } from "../kernel/same-value.ts";
import { rowFor, targetOf } from "../machines/machine.ts";
import { calendarCommitmentOf } from "./calendar.ts";
import type { Actor, Command } from "./command.ts";
import { crewNotices } from "./crew-notices.ts";
import { dueAt } from "./due-at.ts";
import type { Facts } from "./facts.ts";
import { lifecycle } from "./lifecycle.ts";
import type { Order } from "./order.ts";
import type { CommitmentChange, JournalEntry, OrderEvent, Outcome } from "./outcome.ts";
import { type Joined, joined, longer, type OrderRow, type Step } from "./step.ts";

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

/** Of the fields a step set, those that changed, compared by value: what `replay` lays over the order. */
function changedFields(before: Order, after: Order, set: readonly (keyof Order)[]): Partial<Order> {
  const changed: Partial<Record<keyof Order, unknown>> = {};
  if (after.state !== before.state) changed.state = after.state;
  if (after.since !== before.since) changed.since = after.since;
  for (const field of set) if (!sameValue(before[field], after[field])) changed[field] = after[field];
  return changed as Partial<Order>;
}

/** What changes in calendars; null: nothing. */
function commitmentChange(before: Order, after: Order, facts: Facts): CommitmentChange | null {
  const kept = calendarCommitmentOf(after, facts.policy);
  return sameValue(kept, calendarCommitmentOf(before, facts.policy)) ? null : kept;
}

/** One business event makes one journal entry, keyed by the order and its version. */
function entriesOf({ order, posting, transfers }: Joined): readonly JournalEntry[] {
  if (transfers.length === 0 || posting === undefined) return [];
  return [{ key: `order:${order.id}:${order.version}`, reason: posting, transfers }];
}

function outcomeOf(step: Step, name: string, row: OrderRow): Outcome {
  const { order: before, actor, command, facts, now } = step;
  const to = targetOf(row, before.state, step);
  const all = joined(row.then ?? [], step);
  const order: Order = Object.assign(all.order, { state: to, since: to === before.state ? before.since : now, version: before.version + 1 });
  const event: OrderEvent = {
    orderId: order.id,
    version: order.version,
    at: now,
    by: actor,
    command: command.type,
    from: before.state,
    to,
    changes: changedFields(before, order, all.set),
  };
  return {
    order,
    row: name,
    event,
    entries: entriesOf(all),
    notices: longer(all.notices, crewNotices(before, order)),
    intents: all.intents,
    sideEffects: all.sideEffects,
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
