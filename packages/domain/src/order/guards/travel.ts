import { MINUTE } from "../../kernel/instant.ts";
import { assignmentOf, commandOf, holds, type OrderGuard, startOf } from "../step.ts";

/** Departing, arriving and their positions belong to work on site. */
export const isOnSite: OrderGuard = ({ order }) => holds(order.terms.mode === "on_site", "remote_work");
export const isRemote: OrderGuard = ({ order }) => holds(order.terms.mode === "remote", "on_site_work");

/**
 * Departure from start − max(60 min, travel + 30 min), never before start − 3 h, not in the first 5 min after accept
 * when the start is more than 2 h away (§2).
 */
export const departureIsTimely: OrderGuard = ({ order, facts, now }) => {
  const rules = facts.policy.lifecycle;
  const assignment = assignmentOf(order);
  const start = startOf(order, now);
  const ahead = Math.max(rules.departBeforeStart, assignment.travelMinutes * MINUTE + rules.departTravelSlack);
  const from = Math.max(start - ahead, start - rules.departNeverBefore);
  const graceEnds = start - now > rules.departAcceptGraceFrom ? assignment.acceptedAt + rules.departNotAfterAccept : from;
  return holds(now >= Math.max(from, graceEnds), "too_early", { from: Math.max(from, graceEnds) });
};

/** Work starts from start − 15 min, earlier if the customer agrees. */
export const startIsTimely: OrderGuard = ({ order, facts, now }) => {
  const from = startOf(order, now) - facts.policy.lifecycle.startBefore;
  return holds(order.earlyStartAllowed || now >= from, "too_early", { from });
};

/** The crew that works is at least one and at most what was ordered. */
export const crewIsWithinOrder: OrderGuard = (step) => {
  const headcount = step.command.type === "arrive" ? step.command.headcount : commandOf(step, "start").headcount;
  return holds(Number.isSafeInteger(headcount) && headcount >= 1 && headcount <= step.order.terms.headcount, "headcount_invalid", {
    most: step.order.terms.headcount,
  });
};

/** Who reports an absent customer stands within 200 m of the place. */
export const isAtThePlace: OrderGuard = ({ facts }) => {
  const most = facts.policy.lifecycle.noShowWithinMetres;
  return holds(facts.metresFromPlace !== null && facts.metresFromPlace <= most, "too_far_from_place", { most });
};

/** The customer has not said "I am here". */
export const customerIsSilent: OrderGuard = ({ order }) => holds(order.customerHereAt === null, "customer_is_here");

/** The worker has not been reported absent before 30 min after the working start. */
export const workerIsOverdue: OrderGuard = ({ order, facts, now }) => {
  const from = assignmentOf(order).workingStart + facts.policy.lifecycle.departNoShowAfterStart;
  return holds(now >= from, "wait_not_over", { from });
};
