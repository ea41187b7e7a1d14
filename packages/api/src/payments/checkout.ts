import type { CheckoutInput, CheckoutOutput } from "@lingong/contracts";
import { orders, payments } from "@lingong/db";
import { MINUTE, type Order, type Payment } from "@lingong/domain";
import { knownCategory } from "../catalog/lookup.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { settledOrder } from "../orders/execute.ts";
import { viewerOf } from "../orders/party.ts";
import { codeOf } from "../orders/view/order-view.ts";
import { policyOf } from "../policy/policies.ts";

const tipPaidWithin = 15 * MINUTE;

/** When a payment is no longer awaited: the order's payment window, the add-on's, the end of matching for a raise. */
async function awaitedUntil(ctx: Signed, order: Order, payment: Payment): Promise<number> {
  const { policy } = await policyOf(ctx.services, order.assignment?.pinned.policyHash ?? null);
  switch (payment.purpose) {
    case "order":
      return Math.max(order.since + policy.lifecycle.paymentWithin, order.graceUntil ?? 0);
    case "add_on":
      return order.addOns.find((addOn) => addOn.paymentId === payment.id)?.expiresAt ?? ctx.services.clock.now() + policy.lifecycle.addOnApproved;
    case "raise":
    case "tip":
      return ctx.services.clock.now() + tipPaidWithin;
  }
}

/** The hosted page on which an awaited payment is made; asking again leads to the same one. Called outside any transaction. */
export async function checkout(ctx: Signed, input: CheckoutInput): Promise<CheckoutOutput> {
  const { services, session } = ctx;
  viewerOf(session, found(await orders.findById(services.db, input.orderId)).order);
  const { order } = await settledOrder(services, input.orderId, services.clock.now());
  const payment = found(order.payments.find(({ id }) => id === input.paymentId));
  if (payment.state !== "awaited") fail("payment_not_awaited", { state: payment.state });
  const { payment: provider } = services;
  const page = await provider
    .createCheckout({
      paymentId: payment.id,
      orderId: order.id,
      fen: payment.fen,
      subject: `零工 · ${knownCategory(order.terms.categoryId).name.zh} ${codeOf(order.id)}`,
      expiresAt: await awaitedUntil(ctx, order, payment),
      returnUrl: `${services.publicUrl}/orders/${order.id}/pay?payment=${payment.id}`,
    })
    .catch((error: unknown) => {
      services.logger.warn(
        { paymentId: payment.id, error: error instanceof Error ? error.name : typeof error },
        "the payment provider did not answer",
      );
      return fail("unavailable");
    });
  await payments.setCheckout(services.db, { paymentId: payment.id, provider: provider.name, checkoutId: page.reference, url: page.url });
  return { url: page.url, expiresAt: iso(page.expiresAt), provider: provider.name };
}
