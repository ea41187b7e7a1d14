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

/** An order under construction: a copy nobody else holds yet. */
type OrderCopy = { -readonly [Field in keyof Order]: Order[Field] };

/** What several effects bring about together: a copy of the order as they leave it, which of its fields they set, and the lists they filled. */
export interface Joined {
  readonly order: OrderCopy;
  readonly set: readonly (keyof Order)[];
  readonly posting: JournalReason | undefined;
  readonly transfers: readonly Transfer[];
  readonly notices: readonly Notice[];
  readonly intents: readonly Intent[];
  readonly sideEffects: readonly SideEffect[];
}

/** The list, longer by what an effect adds to it; most effects fill one list or none. */
export function longer<Item>(list: readonly Item[], more: readonly Item[] | undefined): readonly Item[] {
  if (more === undefined || more.length === 0) return list;
  return list.length === 0 ? more : [...list, ...more];
}

/** Joins what several effects bring about; each sees the order as the former left it. One copy of the order serves them all. */
export function joined(effects: readonly OrderEffect[], step: Step): Joined {
  const order: OrderCopy = { ...step.order };
  const seen: Step = { ...step, order };
  const set: (keyof Order)[] = [];
  let posting: JournalReason | undefined;
  let transfers: readonly Transfer[] = [];
  let notices: readonly Notice[] = [];
  let intents: readonly Intent[] = [];
  let sideEffects: readonly SideEffect[] = [];
  for (const effect of effects) {
    const part = effect(seen);
    if (part.changes !== undefined) {
      Object.assign(order, part.changes);
      for (const field in part.changes) set.push(field as keyof Order);
    }
    posting ??= part.posting;
    transfers = longer(transfers, part.transfers);
    notices = longer(notices, part.notices);
    intents = longer(intents, part.intents);
    sideEffects = longer(sideEffects, part.sideEffects);
  }
  return { order, set, posting, transfers, notices, intents, sideEffects };
}

/** Effects of only one branch of a choice. */
export function only(choice: OrderChoice, state: OrderState, ...effects: readonly OrderEffect[]): OrderEffect {
  return (step) => {
    if (choice.choose(step) !== state) return {};
    const { order, set, posting, ...lists } = joined(effects, step);
    const changes: Partial<Order> = Object.fromEntries(set.map((field) => [field, order[field]]));
    return { changes, ...lists, ...(posting === undefined ? {} : { posting }) };
  };
}
