import type { PreviewAskInput } from "@lingong/contracts";
import { checkAsk, type DomainError, exclusionOf, type Facts, jobOf, leastRate, newQuote, type Order, quoteTransition } from "@lingong/domain";
import type { JobFacts } from "../offers/job.ts";

/** Why a worker may not quote on an order now; null: they may. Dispatch's own exclusions hold on this path as well (I12). */
export function askRefusal({ order, workerId, facts, now }: JobFacts): DomainError | null {
  if (order.terms.pricing !== "quotes" || order.state !== "quoting") return { code: "quotes_not_wanted", details: { state: order.state } };
  if (order.customerId === workerId) return { code: "not_allowed_to_actor" };
  if (facts.candidate === null) return { code: "excluded_unverified" };
  const code = exclusionOf(jobOf(order, facts, now), facts.candidate, facts.policy, now, "quote");
  return code === null ? null : { code };
}

/** What a price must keep to, beside the floor: minimum wage and bounds (§4). */
export function priceRefusal(order: Order, facts: Pick<Facts, "policy" | "minimumWageFen">, askFenPerHour: number): DomainError | null {
  const checked = checkAsk(askFenPerHour, { plan: order.terms.plan, minimumWageFen: facts.minimumWageFen }, facts.policy);
  return checked.ok ? null : checked.error;
}

/** Why a price with its floor would be refused: the machine itself, run dry. */
export function floorRefusal({ order, workerId, facts }: JobFacts, { askFenPerHour, floorFenPerHour }: PreviewAskInput): DomainError | null {
  const leastRateFen = leastRate(order.terms.plan, facts.minimumWageFen, facts.policy);
  const blank = newQuote({ id: order.id, orderId: order.id, workerId, leastRateFen, policyHash: facts.policyHash }, 0);
  const judged = quoteTransition(blank, "worker", { type: "ask", askFenPerHour, floorFenPerHour }, facts.policy);
  return judged.ok ? null : judged.error;
}
