import type { PreviewDecisionInput, PreviewDecisionOutput } from "@lingong/contracts";
import { orders } from "@lingong/db";
import { type Actor, transition } from "@lingong/domain";
import { executed, moved } from "../disputes/executed.ts";
import { found, unwrap } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { loadFacts } from "../orders/facts.ts";

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
  const end = executed(unwrap(transition(order, actor, command, facts, now)).order, facts);
  return { ...moved(order, end.order), executesAt: iso(end.at) };
}
