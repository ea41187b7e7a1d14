import type { Instant } from "../kernel/instant.ts";
import type { Answer, Choice, Effect, Guard, Row } from "../machines/machine.ts";
import { no } from "../machines/machine.ts";
import type { Actor, Command, CommandOf, CommandType, Role } from "./command.ts";
import type { Facts } from "./facts.ts";
import type { Order, OrderState } from "./order.ts";
import type { Intent, JournalReason, Notice, SideEffect, Transfer } from "./outcome.ts";

/** Everything a guard or an effect of the order's table may look at. `order` already holds what earlier effects of the same row set. */
export interface Step {
  readonly order: Order;
  readonly actor: Actor;
  readonly command: Command;
  readonly facts: Facts;
  /** When it happened: the time of receipt, or a worker's own earlier instant where §2 lets it count. */
  readonly now: Instant;
}

/** What one effect brings about. Lists of several effects are joined; `changes` are laid over the order in turn. */
export interface Contribution {
  readonly changes?: Partial<Order>;
  readonly posting?: JournalReason;
  readonly transfers?: readonly Transfer[];
  readonly notices?: readonly Notice[];
  readonly intents?: readonly Intent[];
  readonly sideEffects?: readonly SideEffect[];
}

/** A timed exit's instant: it needs no fact but the policy, so that it can be derived for any stored order. */
export type Deadline = (timed: { readonly order: Order; readonly facts: Pick<Facts, "policy"> }) => Instant | null;

export type OrderGuard = Guard<Step>;
export type OrderEffect = Effect<Step, Contribution>;
export type OrderRow = Omit<Row<OrderState, CommandType, Role, Step, Contribution>, "at"> & { readonly at?: Deadline };
export type OrderChoice = Choice<OrderState, Step>;

/** Narrows a step to one command; a row that names a guard for another command is a defect of the table. */
export function commandOf<Type extends CommandType>(step: Step, type: Type): CommandOf<Type> {
  if (step.command.type !== type) throw new TypeError(`the row expects ${type}, not ${step.command.type}`);
  return step.command as CommandOf<Type>;
}

/** Lets a guard hold or refuse with a code. */
export function holds(condition: boolean, ...refusal: Parameters<typeof no>): Answer {
  return condition ? true : no(...refusal);
}

/** The assignment of an order in a state that has one; its absence is a defect of the table. */
export function assignmentOf(order: Order) {
  if (order.assignment === null) throw new TypeError(`order ${order.id} has no assignment in ${order.state}`);
  return order.assignment;
}

/** The agreed start; as-soon-as-possible orders get theirs at accept. */
export function startOf(order: Order, now: Instant): Instant {
  return order.startsAt ?? now;
}

/** Joins what several effects bring about; each sees the order as the former left it. */
export function joined(effects: readonly OrderEffect[], step: Step): Contribution {
  let order = step.order;
  let total: Contribution = {};
  for (const effect of effects) {
    const part = effect({ ...step, order });
    order = { ...order, ...part.changes };
    const posting = total.posting ?? part.posting;
    total = {
      changes: { ...total.changes, ...part.changes },
      ...(posting === undefined ? {} : { posting }),
      transfers: [...(total.transfers ?? []), ...(part.transfers ?? [])],
      notices: [...(total.notices ?? []), ...(part.notices ?? [])],
      intents: [...(total.intents ?? []), ...(part.intents ?? [])],
      sideEffects: [...(total.sideEffects ?? []), ...(part.sideEffects ?? [])],
    };
  }
  return total;
}

/** Effects of only one branch of a choice. */
export function only(choice: OrderChoice, state: OrderState, ...effects: readonly OrderEffect[]): OrderEffect {
  return (step) => (choice.choose(step) === state ? joined(effects, step) : {});
}
