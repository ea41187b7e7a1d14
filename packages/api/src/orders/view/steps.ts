import type { StepView } from "@lingong/contracts";
import type { Instant, Order } from "@lingong/domain";
import { iso } from "../../kernel/iso.ts";

interface Step {
  readonly key: string;
  /** When it was reached; null: not yet. */
  readonly at: Instant | null;
  readonly forecast: Instant | null;
}

/** Steps up to the last one reached are done, that one is current (all done once the order has ended well). */
function viewOf(steps: readonly Step[], ended: boolean): StepView[] {
  const last = steps.findLastIndex((step) => step.at !== null);
  return steps.map((step, index) => ({
    key: step.key,
    state: index < last || (ended && index === last) ? "done" : index === last ? "current" : "ahead",
    at: iso(step.at ?? step.forecast),
    expected: step.at === null && step.forecast !== null,
  }));
}

/** Forecasts that the order itself does not hold. */
export interface Forecast {
  readonly arrivesAt: Instant | null;
  readonly endsAt: Instant | null;
}

function workStart(order: Order): Instant | null {
  return order.assignment?.workingStart ?? order.startsAt;
}

/** The customer's six steps (four for remote work): paid, accepted, on the way, arrived, service, confirmation. */
export function customerSteps(order: Order, { arrivesAt, endsAt }: Forecast): StepView[] {
  const onSite = order.terms.mode === "on_site";
  const travelling: Step[] = [
    { key: "travel", at: order.departedAt, forecast: null },
    { key: "arrive", at: order.arrivedAt, forecast: arrivesAt },
  ];
  const steps: Step[] = [
    { key: "pay", at: order.matching?.paidAt ?? order.payments.find((payment) => payment.purpose === "order")?.capturedAt ?? null, forecast: null },
    { key: "accept", at: order.assignment?.acceptedAt ?? null, forecast: null },
    ...(onSite ? travelling : []),
    { key: "work", at: order.service?.startedAt ?? null, forecast: workStart(order) },
    { key: "confirm", at: order.service?.finishedAt ?? null, forecast: endsAt },
  ];
  return viewOf(steps, order.state === "completed" || order.state === "resolved");
}

/** The worker's seven steps (five for remote work): confirm the time, depart, arrive, start, in progress, finish, settled. */
export function workerSteps(order: Order, { arrivesAt, endsAt }: Forecast): StepView[] {
  const onSite = order.terms.mode === "on_site";
  const started = order.service?.startedAt ?? null;
  const confirmed = order.assignment?.timeConfirmedBy.includes("worker") === true || order.departedAt !== null || started !== null;
  const travelling: Step[] = [
    { key: "depart", at: order.departedAt, forecast: null },
    { key: "arrive", at: order.arrivedAt, forecast: arrivesAt },
  ];
  const steps: Step[] = [
    { key: "confirm_time", at: confirmed ? (order.assignment?.acceptedAt ?? null) : null, forecast: null },
    ...(onSite ? travelling : []),
    { key: "start", at: started, forecast: workStart(order) },
    { key: "work", at: started, forecast: null },
    { key: "finish", at: order.service?.finishedAt ?? null, forecast: endsAt },
    { key: "settle", at: order.endedAt, forecast: null },
  ];
  return viewOf(steps, order.endedAt !== null);
}
