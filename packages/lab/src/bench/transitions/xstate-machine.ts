import {
  type Actor,
  type Command,
  type Facts,
  type Instant,
  type Order,
  type OrderRow,
  type OrderState,
  type OrderTable,
  orderStates,
  targetsOf,
} from "@lingong/domain";
import { type AnyStateMachine, assign, setup } from "xstate";
import type { RecordedStep } from "./orders.ts";

/** What the machine keeps: the order, and what the last command's effects brought about. */
export interface MachineContext {
  readonly order: Order;
  readonly brought: readonly unknown[];
}

/** A command as XState's event: its type is the command's, so that XState finds the rows by it. */
export interface MachineEvent {
  readonly type: Command["type"];
  readonly actor: Actor;
  readonly command: Command;
  readonly facts: Facts;
  readonly now: Instant;
}

export function eventOf({ actor, command, facts, now }: RecordedStep): MachineEvent {
  return { type: command.type, actor, command, facts, now };
}

interface Scope {
  readonly context: MachineContext;
  readonly event: MachineEvent;
}

function stepOf({ context, event }: Scope): RecordedStep {
  return { order: context.order, actor: event.actor, command: event.command, facts: event.facts, now: event.now };
}

const machineSetup = setup({ types: { context: {} as MachineContext, events: {} as MachineEvent, input: {} as { readonly order: Order } } });

/** A row's role, timer, `when` and `if` as one XState guard: cheaper for XState than `and([…])` of each. */
function guardOf(row: OrderRow, to: OrderState): (scope: Scope) => boolean {
  const { choose } = typeof row.to === "object" ? row.to : { choose: null };
  return (scope) => {
    if (!row.by.includes(scope.event.actor.role)) return false;
    const step = stepOf(scope);
    const due = row.at === undefined ? null : row.at(step);
    if (row.at !== undefined && (due === null || due > step.now)) return false;
    for (const guard of row.when ?? []) if (guard(step) !== true) return false;
    for (const guard of row.if ?? []) if (guard(step) !== true) return false;
    return choose === null || choose(step) === to;
  };
}

/** A row's effects as XState's actions: each lays its changes over the order, the last one sets state, time and version. */
function actionsOf(row: OrderRow, from: OrderState, to: OrderState) {
  const effects = (row.then ?? []).map((effect) =>
    assign(({ context, event }: Scope) => {
      const { changes, ...rest } = effect(stepOf({ context, event }));
      return { order: { ...context.order, ...changes }, brought: [...context.brought, rest] };
    }),
  );
  const forget = assign(() => ({ brought: [] }));
  const arrive = assign(({ context: { order }, event }: Scope) => ({
    order: { ...order, state: to, since: to === from ? order.since : event.now, version: order.version + 1 },
  }));
  return [forget, ...effects, arrive];
}

/** The transitions of one row from one state: a choice is one for each of its targets. */
function transitionsOf(row: OrderRow, from: OrderState) {
  return (row.to === "stay" ? [from] : targetsOf(row)).map((to) => ({
    ...(row.to === "stay" ? {} : { target: to }),
    guard: guardOf(row, to),
    actions: actionsOf(row, from, to),
  }));
}

/** XState's machine for a table: the same rows in the same order, the same guard and effect functions. */
export function machineFor(table: OrderTable): AnyStateMachine {
  const rows = Object.values(table);
  const states = orderStates.map((state) => {
    const fromHere = Map.groupBy(
      rows.filter((row) => row.from.includes(state)),
      (row) => row.on,
    );
    const on = [...fromHere].map(([command, group]) => [command, group.flatMap((row) => transitionsOf(row, state))] as const);
    return [state, { on: Object.fromEntries(on) }] as const;
  });
  return machineSetup.createMachine({
    id: "order",
    initial: "draft",
    context: ({ input }) => ({ order: input.order, brought: [] }),
    states: Object.fromEntries(states),
  });
}
