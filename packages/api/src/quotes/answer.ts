import type { AnswerQuoteInput, CounterQuoteInput, QuoteBoard, QuoteJob } from "@lingong/contracts";
import { orders, quotes, type Transaction } from "@lingong/db";
import type { Instant, Quote, QuoteCommand, QuoteRole } from "@lingong/domain";
import { fail, found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { settledOrder } from "../orders/execute.ts";
import { requestOf } from "../orders/idempotency.ts";
import { viewerOf } from "../orders/party.ts";
import { ownQuote } from "./ask.ts";
import { loadQuoteBoard } from "./board.ts";
import { loadQuoteJob } from "./job.ts";
import { holdOpenOrder, stepOnce, stepQuote } from "./step.ts";

interface Step {
  readonly quoteId: string;
  readonly orderId: string;
  readonly role: QuoteRole;
  readonly command: QuoteCommand;
}

/** One step of a quote that stands. While its customer pays for it, nothing about it changes. */
async function takeStep(transaction: Transaction, { quoteId, orderId, role, command }: Step, now: Instant): Promise<void> {
  const held = found(await quotes.holdOrder(transaction, orderId));
  if (held.state === "awaiting_payment" && held.chosenQuote?.quoteId === quoteId) fail("quote_being_paid");
  const order = await holdOpenOrder(transaction, orderId);
  const record = found(await quotes.findById<Quote>(transaction, quoteId));
  if (record.body.state === "withdrawn" || record.body.state === "void") fail("quote_not_open");
  await stepQuote(transaction, { order, record, quote: record.body, role, command, now });
}

/** The worker's answer to a counter, or the quote taken back: nothing is bound before the customer has chosen and paid. */
export async function answerQuote(ctx: Signed, input: AnswerQuoteInput): Promise<QuoteJob> {
  const { services, session } = ctx;
  const { orderId } = await ownQuote(ctx, input.quoteId);
  const request = requestOf(services.secrets, session.userId, input.idempotencyKey, { quote: input.quoteId, answer: input.answer }, null);
  await stepOnce(services, request, async (now) => {
    await settledOrder(services, orderId, now);
    return (transaction) => takeStep(transaction, { quoteId: input.quoteId, orderId, role: "worker", command: { type: input.answer } }, now);
  });
  return loadQuoteJob(ctx, orderId);
}

/** The customer's counter (§7): three at most, none below 80 % of the ask; at the private floor it is agreed at once. */
export async function counterQuote(ctx: Signed, input: CounterQuoteInput): Promise<QuoteBoard> {
  const { services, session } = ctx;
  const { orderId } = found(await quotes.findById(services.db, input.quoteId));
  viewerOf(session, found(await orders.findById(services.db, orderId)).order);
  const asked = { counter: input.quoteId, rateFenPerHour: input.rateFenPerHour };
  await stepOnce(services, requestOf(services.secrets, session.userId, input.idempotencyKey, asked, null), async (now) => {
    await settledOrder(services, orderId, now);
    const command: QuoteCommand = { type: "counter", rateFenPerHour: input.rateFenPerHour };
    return (transaction) => takeStep(transaction, { quoteId: input.quoteId, orderId, role: "customer", command }, now);
  });
  return loadQuoteBoard(ctx, orderId);
}
