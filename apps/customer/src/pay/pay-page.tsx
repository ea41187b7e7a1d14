import type { OrderView, PaymentView } from "@lingong/contracts";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useOrder } from "../order/order-context.tsx";
import { LoadedOrder } from "../order/order-page.tsx";
import { SignedIn } from "../session/signed-in.tsx";
import { NotPaid } from "./not-paid.tsx";
import { PayNow } from "./pay-now.tsx";
import { WaitForCapture } from "./wait-for-capture.tsx";

export interface PaySearch {
  /** Which payment; without it the one the order waits for. */
  readonly payment?: string;
  /** What the provider's page says on the way back; only the webhook is believed. */
  readonly result?: string;
  /** Go on to the provider's page by itself. */
  readonly go?: boolean;
}

export interface PayPageProps extends PaySearch {
  readonly orderId: string;
}

export function PayPage({ orderId, ...search }: PayPageProps) {
  return <SignedIn>{() => <LoadedOrder orderId={orderId}>{(order) => <Paying order={order} search={search} />}</LoadedOrder>}</SignedIn>;
}

/** The payment this page is about: the one named, else the oldest that is awaited, else the order's last. */
export function paymentOf(order: Pick<OrderView, "payments">, wanted: string | undefined): PaymentView | undefined {
  return order.payments.find(({ id }) => id === wanted) ?? order.payments.find(({ state }) => state === "awaited") ?? order.payments.at(-1);
}

function Paying({ order, search }: { readonly order: OrderView; readonly search: PaySearch }) {
  const navigate = useNavigate();
  const { pay, error } = useOrder();
  const payment = paymentOf(order, search.payment);
  const settled = payment === undefined || payment.capturedAt !== null;
  const gone = useRef(false);
  useEffect(() => {
    if (settled) void navigate({ to: "/orders/$orderId", params: { orderId: order.id }, replace: true });
  }, [settled, navigate, order.id]);
  const awaited = payment?.state === "awaited";
  useEffect(() => {
    if (search.go !== true || gone.current || !awaited || payment === undefined) return;
    gone.current = true;
    // Coming back by the browser's own button must not send the customer away again.
    void navigate({ to: "/orders/$orderId/pay", params: { orderId: order.id }, search: { payment: payment.id }, replace: true });
    pay(payment.id);
  }, [search.go, awaited, payment, pay, navigate, order.id]);
  if (payment === undefined || settled) return null;
  if (awaited && search.result === "paid") return <WaitForCapture payment={payment} />;
  if (!awaited || search.result !== undefined || error !== null) return <NotPaid payment={payment} awaited={awaited} />;
  return <PayNow payment={payment} />;
}
