import type { AskQuoteInput, QuoteJob } from "@lingong/contracts";
import { newId, orders, quotes } from "@lingong/db";
import { type Instant, leastRate, newQuote, type Quote } from "@lingong/domain";
import { DomainException, fail, found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { type JobFacts, loadJobFacts } from "../offers/job.ts";
import { settledOrder } from "../orders/execute.ts";
import { requestOf } from "../orders/idempotency.ts";
import { loadQuoteJob } from "./job.ts";
import { askRefusal, priceRefusal } from "./refusals.ts";
import { holdOpenOrder, stepOnce, stepQuote } from "./step.ts";

/** A quote before its first price, bound to the fees that were shown with it. */
function firstQuote({ order, workerId, facts }: JobFacts, now: Instant): Quote {
  const leastRateFen = leastRate(order.terms.plan, facts.minimumWageFen, facts.policy);
  return newQuote({ id: newId(), orderId: order.id, workerId, leastRateFen, policyHash: facts.policyHash }, now);
}

const open: ReadonlySet<string> = new Set(["open", "countered", "agreed"]);

/**
 * A worker names a price, or changes the one that nobody has bargained about (§7). Eligibility is judged before, the order's
 * state under its lock: it is not chosen, cancelled or closed in the same moment.
 */
export async function askQuote(ctx: Signed, input: AskQuoteInput): Promise<QuoteJob> {
  const { services, session } = ctx;
  const { orderId, askFenPerHour, floorFenPerHour } = input;
  const asked = { ask: orderId, askFenPerHour, floorFenPerHour };
  found(await orders.findById(services.db, orderId));
  await stepOnce(services, requestOf(services.secrets, session.userId, input.idempotencyKey, asked, null), async (now) => {
    const { order } = await settledOrder(services, orderId, now);
    const job = await loadJobFacts(services, order, session.userId);
    const refused = askRefusal(job) ?? priceRefusal(order, job.facts, askFenPerHour);
    if (refused !== null) throw new DomainException(refused);
    return async (transaction) => {
      const held = await holdOpenOrder(transaction, orderId);
      const latest = await quotes.findLatest<Quote>(transaction, { orderId, workerId: session.userId });
      const record = latest !== null && open.has(latest.state) ? latest : null;
      const quote = record === null ? firstQuote(job, now) : { ...record.body, policyHash: job.facts.policyHash };
      await stepQuote(transaction, { order: held, record, quote, role: "worker", command: { type: "ask", askFenPerHour, floorFenPerHour }, now });
    };
  });
  return loadQuoteJob(ctx, orderId);
}

/** One's own quote by its id. @throws `not_found`, `not_yours` */
export async function ownQuote({ services, session }: Signed, quoteId: string) {
  const record = found(await quotes.findById<Quote>(services.db, quoteId));
  return record.workerId === session.userId ? record : fail("not_yours");
}
