import type { LingongClient } from "@lingong/client";
import { Refusal } from "../command.ts";
import { until } from "./until.ts";

/** Pays at the gateway's hosted page, over HTTP, as its form does. Answers when the gateway has taken the money; its webhook follows. */
export async function payAtPage(pageUrl: string): Promise<void> {
  const page = new URL(pageUrl);
  const response = await fetch(`${page.origin}${page.pathname}/pay`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
    body: new URLSearchParams({ action: "pay", method: "wallet" }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Refusal(`the gateway refused the payment: ${response.status} ${await response.text()}`);
  await response.body?.cancel();
}

/** Pays what an order waits for, as the customer does: at the gateway's page; then waits for its webhook to be booked. */
export async function payAwaited(customer: LingongClient, orderId: string): Promise<{ readonly fen: number; readonly paidAt: number }> {
  const { payments } = await customer.api.orders.get.query({ orderId });
  const awaited = payments.find((payment) => payment.state === "awaited");
  if (awaited === undefined) throw new Refusal("nothing is to be paid");
  const { url } = await customer.api.orders.checkout.mutate({ orderId, paymentId: awaited.id });
  const paidAt = performance.now();
  await payAtPage(url);
  await until("the payment's webhook", async () =>
    (await customer.api.orders.get.query({ orderId })).payments.some((payment) => payment.id === awaited.id && payment.state === "captured"),
  );
  return { fen: awaited.fen, paidAt };
}
