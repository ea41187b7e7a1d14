import { useInsurance } from "@lingong/client/react";
import { OrderInsurance } from "@lingong/ui";
import type { Job } from "../use-job.ts";

/** The job's certificate of insurance and the worker's claims on it. */
export function InsurancePanel({ job: { order } }: { readonly job: Job }) {
  const { insurance, desk } = useInsurance(order.id);
  return <OrderInsurance orderId={order.id} side="worker" insurance={insurance} desk={desk} />;
}
