import { type Action, availableActions, defaultPolicy, dueAt, type OrderTable, transition } from "@lingong/domain";
import type { Breach } from "./check-step.ts";
import { nextClock } from "./clocks.ts";
import { post } from "./ledger.ts";
import { factsOf, type World } from "./world.ts";

const timer = { role: "timer", id: "timer" } as const;

/** `dueAt` is the clock the rule book names; it fires then and not a millisecond before, and a final state has none. */
function checkClock(world: World, table: OrderTable): Breach | null {
  const due = dueAt(world.order, defaultPolicy, table);
  const clock = nextClock(world.order);
  if ((due?.at ?? null) !== (clock?.at ?? null))
    return { rule: "dueAt", how: `${world.order.state} ends at ${due?.at} (${due?.what}), the rule book says ${clock?.at} (${clock?.means})` };
  if (due === null) return null;
  const facts = factsOf(world);
  const fire = (now: number) => transition(world.order, timer, { type: "timeOut" }, facts, now, null, table);
  if (fire(due.at - 1).ok) return { rule: "dueAt", how: `${due.what} fires before it is due` };
  return fire(due.at).ok ? null : { rule: "dueAt", how: `${due.what} does not fire when due` };
}

/** An offered action, executed, does what its preview said: judged on the checker's own ledger, not on the order's sums. */
function keepsItsWord(world: World, action: Action, actor: Parameters<typeof availableActions>[1], table: OrderTable): boolean {
  const done = transition(world.order, actor, action.example, factsOf(world), world.now, null, table);
  if (!done.ok) return false;
  const after = post(world.ledger, done.value.entries);
  const { consequence } = action;
  const due = dueAt(done.value.order, defaultPolicy, table);
  return (
    done.value.order.state === consequence.to &&
    after.worker - world.ledger.worker === consequence.workerReceivesFen &&
    after.commission - world.ledger.commission === consequence.commissionFen &&
    after.customer - world.ledger.customer === consequence.refundFen &&
    after.escrow === consequence.heldFen &&
    due?.at === consequence.next?.at
  );
}

/** Every action offered to anybody, executed, does what its preview said. */
function checkPreviews(world: World, table: OrderTable): Breach | null {
  const actors = [
    { role: "customer", id: world.order.customerId },
    { role: "worker", id: world.order.assignment?.workerId ?? "worker-1" },
    { role: "admin", id: "admin-1" },
    { role: "arbitrator", id: world.order.dispute?.arbitratorId ?? "arbitrator-1" },
  ] as const;
  for (const actor of actors) {
    const broken = availableActions(world.order, actor, factsOf(world), world.now, table).find(
      (action) => !keepsItsWord(world, action, actor, table),
    );
    if (broken !== undefined) return { rule: "preview", how: `${broken.command} in ${world.order.state} does not do what it said` };
  }
  return null;
}

/** Judges a world that was reached: its clock, and what it offers. */
export function checkWorld(world: World, table: OrderTable): Breach | null {
  return checkClock(world, table) ?? checkPreviews(world, table);
}
