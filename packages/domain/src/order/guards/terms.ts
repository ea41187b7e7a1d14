import { missingRequired } from "../../catalog/scope.ts";
import { termsHash } from "../../contract/terms-hash.ts";
import { checkRate } from "../../fees/minimum-wage.ts";
import { checkTravel } from "../../fees/travel.ts";
import type { Instant } from "../../kernel/instant.ts";
import { RATE_AT_MOST } from "../../prices/bargain.ts";
import { feeBaseFen, prepaidFen } from "../money.ts";
import { commandOf, holds, type OrderGuard, type Step } from "../step.ts";

/** The customer signs what stands in the order: the hash given is the hash of its terms. */
export const signsTheTerms: OrderGuard = (step) => {
  const given = step.command.type === "raisePrice" ? step.command.termsHash : commandOf(step, "place").termsHash;
  const rateFenPerHour = step.command.type === "raisePrice" ? step.command.rateFenPerHour : step.order.terms.rateFenPerHour;
  return holds(given === termsHash({ ...step.order.terms, rateFenPerHour }), "terms_changed");
};

/** Whether a start may be agreed now: far enough ahead, at most 60 days. */
function startAllowed({ facts, now }: Step, startsAt: Instant, ahead: number) {
  if (startsAt - now < ahead) return holds(false, "start_too_soon", { leastMinutes: ahead / 60_000 });
  return holds(startsAt - now <= facts.policy.lifecycle.aheadAtMost, "start_too_late");
}

/** Scheduled orders start ≥ 90 min ahead, quoted ≥ 4 h, both ≤ 60 days; no start means as soon as possible (§2, Start). */
export const startIsAhead: OrderGuard = (step) => {
  const { scheduledAhead, quotedAhead } = step.facts.policy.lifecycle;
  const { terms } = step.order;
  if (terms.startsAt === null) return holds(terms.pricing === "fixed", "start_too_soon", { leastMinutes: quotedAhead / 60_000 });
  return startAllowed(step, terms.startsAt, terms.pricing === "quotes" ? quotedAhead : scheduledAhead);
};

/** A proposed new start keeps the same distance as a scheduled one. */
export const newStartIsAhead: OrderGuard = (step) =>
  startAllowed(step, commandOf(step, "proposeReschedule").startsAt, step.facts.policy.lifecycle.scheduledAhead);

/** Booked time is a multiple of 15 min, at least the category's minimum, at most 12 h on site. */
export const minutesAreValid: OrderGuard = ({ order, facts }) => {
  const { bookedMinutes, minimumMinutes, mode } = order.terms;
  const { bookingStepMinutes, onSiteAtMostMinutes } = facts.policy.lifecycle;
  const most = mode === "on_site" ? onSiteAtMostMinutes : onSiteAtMostMinutes * 10;
  const valid =
    Number.isSafeInteger(bookedMinutes) && bookedMinutes % bookingStepMinutes === 0 && bookedMinutes >= minimumMinutes && bookedMinutes <= most;
  return holds(valid && minimumMinutes >= facts.category.minimumMinutes, "minutes_invalid", {
    least: facts.category.minimumMinutes,
    most,
    step: bookingStepMinutes,
  });
};

/** At least one person, at most the policy's crew; remote work is one person's. */
export const headcountIsValid: OrderGuard = ({ order, facts }) => {
  const { headcount, mode } = order.terms;
  const most = mode === "remote" ? 1 : facts.policy.lifecycle.headcountAtMost;
  return holds(Number.isSafeInteger(headcount) && headcount >= 1 && headcount <= most, "headcount_invalid", { most });
};

/** A fixed rate must leave the worker the city's minimum wage at the plan's highest commission (§4). */
export const rateIsAllowed: OrderGuard = ({ order, facts }) => {
  const { rateFenPerHour, plan, pricing } = order.terms;
  if (!Number.isSafeInteger(rateFenPerHour) || rateFenPerHour < 0 || rateFenPerHour > RATE_AT_MOST) return holds(false, "rate_invalid");
  if (pricing === "quotes") return true;
  const checked = checkRate(rateFenPerHour, plan, facts.minimumWageFen, facts.policy);
  return checked.ok ? true : checked.error;
};

/** Travel compensation ≤ 20 % of the base and ≤ 50.00 yuan; none for remote work (§4). */
export const travelIsAllowed: OrderGuard = ({ order, facts }) => {
  if (order.terms.mode === "remote") return holds(order.terms.travelFen === 0, "remote_work");
  const checked = checkTravel(order.terms.travelFen, feeBaseFen(order), facts.policy);
  return checked.ok ? true : checked.error;
};

/** Every required question of the category's checklist is answered. */
export const scopeIsComplete: OrderGuard = ({ order, facts }) => {
  const missing = missingRequired(facts.category, order.terms.scope);
  return holds(missing.length === 0, "scope_incomplete", { missing: missing.join(", ") });
};

/** On-site work has a place, remote work has none. */
export const placeIsGiven: OrderGuard = ({ order }) => holds((order.terms.mode === "on_site") === (order.terms.place !== null), "place_missing");

/** Terms carry the category's own mode, plan and minimum: the screen's copy is only a proposal. */
export const termsMatchCategory: OrderGuard = ({ order, facts }) => {
  const { terms } = order;
  const { category } = facts;
  return holds(
    terms.categoryId === category.id &&
      terms.mode === category.mode &&
      terms.plan === category.plan &&
      terms.minimumMinutes === category.minimumMinutes,
    "terms_changed",
  );
};

/** A raise is a higher rate than the one in force. */
export const raiseIsHigher: OrderGuard = (step) => {
  const { rateFenPerHour } = commandOf(step, "raisePrice");
  const higher = Number.isSafeInteger(rateFenPerHour) && rateFenPerHour > step.order.rateFenPerHour && rateFenPerHour <= RATE_AT_MOST;
  return holds(higher && prepaidFen({ ...step.order, rateFenPerHour }) > prepaidFen(step.order), "raise_not_higher");
};
