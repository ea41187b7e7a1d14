import { MINUTE } from "../../kernel/instant.ts";
import { timeRefusal } from "../../schedule/time-guards.ts";
import { occupationFrom } from "../calendar.ts";
import type { AddOn } from "../order.ts";
import { assignmentOf, commandOf, holds, type OrderGuard, type Step } from "../step.ts";
import { crewHasTime } from "./crew.ts";

/** The add-on a command names. */
export function addOnOf(step: Step): AddOn | undefined {
  const { command } = step;
  return "addOnId" in command ? step.order.addOns.find((addOn) => addOn.id === command.addOnId) : undefined;
}

/** It is proposed and in time. */
export const addOnIsProposed: OrderGuard = (step) => {
  const addOn = addOnOf(step);
  return holds(addOn?.state === "proposed" && (addOn.expiresAt === null || step.now < addOn.expiresAt), "add_on_not_open");
};

/** The other side answers; the proposer takes back. */
export const isTheOtherSide: OrderGuard = (step) => holds(addOnOf(step)?.by !== step.actor.role, "not_allowed_to_actor");
export const isTheProposer: OrderGuard = (step) => holds(addOnOf(step)?.by === step.actor.role, "not_allowed_to_actor");

/** Extra time is a multiple of 15 min within 12 h; an extra item has a title and a price up to 100,000 yuan. */
export const addOnIsValid: OrderGuard = (step) => {
  const { kind, minutes, fen, title } = commandOf(step, "proposeAddOn");
  const { bookingStepMinutes, onSiteAtMostMinutes } = step.facts.policy.lifecycle;
  if (title.trim().length === 0) return holds(false, "invalid_input", { field: "title" });
  if (kind === "time")
    return holds(
      Number.isSafeInteger(minutes) && minutes > 0 && minutes <= onSiteAtMostMinutes && minutes % bookingStepMinutes === 0,
      "minutes_invalid",
      { step: bookingStepMinutes },
    );
  return holds(Number.isSafeInteger(fen) && fen > 0 && fen <= 10_000_000, "amount_invalid");
};

/** An order carries a bounded number of add-ons, each with an id of its own. */
export const addOnsAreFew: OrderGuard = (step) => {
  const { addOnId } = commandOf(step, "proposeAddOn");
  const most = step.facts.policy.lifecycle.addOnsAtMost;
  return holds(step.order.addOns.length < most && step.order.addOns.every((addOn) => addOn.id !== addOnId), "add_on_limit", { most });
};

/** Extra minutes a step adds to the calendar. */
function extraMinutes(step: Step): number {
  if (step.command.type === "proposeAddOn") return step.command.kind === "time" ? step.command.minutes : 0;
  const addOn = addOnOf(step);
  return addOn?.kind === "time" ? addOn.minutes : 0;
}

/** Extra time fits the interval before the next order, buffer and travel included, and the worker's rest (§2, §6). */
export const extraTimeFits: OrderGuard = (step) => {
  const minutes = extraMinutes(step);
  const { candidate, exactPosition, policy } = step.facts;
  if (minutes === 0 || candidate === null) return holds(minutes === 0, "add_on_does_not_fit");
  const occupation = occupationFrom(step.order, assignmentOf(step.order).workingStart);
  const others = candidate.commitments.filter((commitment) => commitment.orderId !== step.order.id);
  const longer = { from: occupation.from, to: occupation.to + minutes * MINUTE };
  const work = { ...longer, orderId: step.order.id, position: exactPosition };
  const refusal = timeRefusal({ ...candidate, commitments: others }, work, { zone: step.order.zone, policy });
  if (refusal === null) return crewHasTime(step, longer);
  if (refusal === "excluded_overlapping") return holds(false, "add_on_does_not_fit");
  return holds(false, step.actor.role === "customer" ? "worker_not_free" : refusal);
};
