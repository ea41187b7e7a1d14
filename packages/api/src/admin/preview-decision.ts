import type { PreviewDecisionInput, PreviewDecisionOutput } from "@lingong/contracts";
import { orders } from "@lingong/db";
import { type Actor, dueAt, type Facts, finalStates, type Instant, type Order, transition } from "@lingong/domain";
import { found, unwrap } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { loadFacts } from "../orders/facts.ts";

const timer: Actor = { role: "timer", id: "timer" };

/** The order as it is when nobody appeals: a decision on appeal is executed at once, another one when its clocks have run (§8). */
function executed(decided: Order, facts: Facts): { readonly order: Order; readonly at: Instant | null } {
  if (finalStates.some((state) => state === decided.state)) return { order: decided, at: null };
  const due = found(dueAt(decided, facts.policy));
  const after = unwrap(transition(decided, timer, { type: "timeOut" }, facts, due.at)).order;
  return after.state === decided.state ? executed(after, facts) : { order: after, at: due.at };
}

/**
 * What a decision would pay: the machine itself, run dry to the end. Errors: those of `decideDispute` (not in charge, parts that
 * do not add up, not the time for it).
 */
export async function previewDecision({ services, session }: Signed, input: PreviewDecisionInput): Promise<PreviewDecisionOutput> {
  const { order } = found(await orders.findById(services.db, input.orderId));
  const actor: Actor = { role: "arbitrator", id: session.userId };
  const { toWorkerFen, toCustomerFen } = input;
  const command = { type: "decideDispute" as const, decision: { toWorkerFen, toCustomerFen, reason: "preview", citedVersions: [1], findings: [] } };
  const now = services.clock.now();
  const facts = await loadFacts(services, order, { actor, command }, now);
  const decided = unwrap(transition(order, actor, command, facts, now)).order;
  const end = executed(decided, facts);
  return {
    workerNetFen: end.order.money.releasedFen - order.money.releasedFen,
    commissionFen: end.order.money.commissionFen - order.money.commissionFen,
    refundFen: end.order.money.refundedFen - order.money.refundedFen,
    executesAt: iso(end.at),
  };
}
