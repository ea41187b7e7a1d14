import type { Actor, Command, Facts, Instant, Order } from "@lingong/domain";
import { factsOf, type World, workers } from "../world.ts";

/** Something somebody tries in a world: rightly, or late, doubled, out of order, as a stranger, with wrong amounts. */
export interface Attempt {
  readonly actor: Actor;
  readonly command: Command;
  readonly facts: Facts;
  readonly occurredAt: Instant | null;
}

export const customer: Actor = { role: "customer", id: "customer-1" };
export const stranger: Actor = { role: "customer", id: "customer-2" };
export const admin: Actor = { role: "admin", id: "admin-1" };
export const timer: Actor = { role: "timer", id: "timer" };
export const provider: Actor = { role: "payment_provider", id: "sandbox" };

export type Tries = (world: World) => readonly Attempt[];

export function attempt(world: World, actor: Actor, command: Command, changes: Partial<Facts> = {}, occurredAt: Instant | null = null): Attempt {
  return { actor, command, facts: factsOf(world, changes), occurredAt };
}

/** The worker of the order, and one who has nothing to do with it. */
export function workersOf(order: Order): readonly Actor[] {
  const own = order.assignment?.workerId ?? workers[0];
  const other = workers.find((id) => id !== own) ?? workers[1];
  return [own, other].map((id) => ({ role: "worker", id }));
}

export const nextId = (prefix: string, world: World): string => `${prefix}-${world.order.version}`;
