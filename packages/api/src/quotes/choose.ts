import type { ActOutput, ChooseQuoteInput } from "@lingong/contracts";
import { newId, orders, quotes } from "@lingong/db";
import { fail, found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { execute } from "../orders/execute.ts";
import { requestOf } from "../orders/idempotency.ts";
import { viewerOf } from "../orders/party.ts";
import { paymentView } from "../orders/view/parts.ts";
import { viewOrder } from "../orders/view.ts";

interface Result {
  readonly paymentId: string;
}

/**
 * The customer takes a quote: the order's own row `acceptQuote`, so the price is set and signed, the worker's time reserved and
 * the payment asked for in one save. Another rate than the one that was read is refused, and so is a quote gone meanwhile.
 */
export async function chooseQuote(ctx: Signed, input: ChooseQuoteInput): Promise<ActOutput> {
  const { services, session } = ctx;
  const { quoteId, rateFenPerHour } = input;
  const { orderId } = found(await quotes.findById(services.db, quoteId));
  const { actor } = viewerOf(session, found(await orders.findById(services.db, orderId)).order);
  const paymentId = newId();
  const asked: Result = { paymentId };
  const executed = await execute(services, {
    orderId,
    actor,
    command: { type: "acceptQuote", quoteId, paymentId },
    request: requestOf(services.secrets, session.userId, input.idempotencyKey, { choose: quoteId, rateFenPerHour }, asked),
    check: ({ order }) => {
      if (order.rateFenPerHour !== rateFenPerHour) fail("terms_changed", { rateFenPerHour: order.rateFenPerHour });
    },
  });
  const repeated = executed.outcome === null;
  const order = repeated ? found(await orders.findById(services.db, orderId)).order : executed.order;
  const answered = (executed.result as Result).paymentId;
  const payment = order.payments.find(({ id, state }) => id === answered && state === "awaited");
  return { order: await viewOrder(ctx, order), payment: payment === undefined ? null : paymentView(payment), repeated };
}
