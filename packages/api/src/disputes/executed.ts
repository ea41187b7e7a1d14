import { type Actor, dueAt, type Facts, finalStates, type Instant, type Order, transition } from "@lingong/domain";
import { found, unwrap } from "../kernel/domain-exception.ts";

const timer: Actor = { role: "timer", id: "timer" };

/** A decided order as it is when nobody appeals: a decision on appeal is executed at once, another one when its clocks have run (§8). */
export function executed(decided: Order, facts: Facts): { readonly order: Order; readonly at: Instant | null } {
  if (finalStates.some((state) => state === decided.state)) return { order: decided, at: null };
  const due = found(dueAt(decided, facts.policy));
  const after = unwrap(transition(decided, timer, { type: "timeOut" }, facts, due.at)).order;
  return after.state === decided.state ? executed(after, facts) : { order: after, at: due.at };
}

/** What a step of the machine moved, in fen. */
export function moved(before: Order, after: Order): { readonly workerNetFen: number; readonly commissionFen: number; readonly refundFen: number } {
  return {
    workerNetFen: after.money.releasedFen - before.money.releasedFen,
    commissionFen: after.money.commissionFen - before.money.commissionFen,
    refundFen: after.money.refundedFen - before.money.refundedFen,
  };
}
