import type { Interval } from "../../kernel/instant.ts";
import type { Answer } from "../../machines/machine.ts";
import { crewExclusion, crewTimeRefusal } from "../crew.ts";
import { assignmentOf, commandOf, holds, type OrderGuard, type Step } from "../step.ts";

/** Only a team has members to send. */
export const isATeam: OrderGuard = ({ facts }) => holds(facts.candidate?.kind === "team", "not_a_team");

/** At most as many as were ordered, each once. */
export const isWithinHeadcount: OrderGuard = (step) => {
  const { memberIds } = commandOf(step, "assignCrew");
  if (new Set(memberIds).size !== memberIds.length) return holds(false, "invalid_input", { field: "memberIds" });
  const most = step.order.terms.headcount;
  return holds(memberIds.length <= most, "headcount_invalid", { most });
};

/** Everybody named is a member of the team now. */
export const areMembers: OrderGuard = (step) => {
  const members = new Set(step.facts.crew.map(({ id }) => id));
  const memberId = commandOf(step, "assignCrew").memberIds.find((id) => !members.has(id));
  return memberId === undefined || holds(false, "crew_not_member", { memberId });
};

/** Rest, certificates and overlap hold for each (§2, Teams). */
export const mayGo: OrderGuard = (step) => {
  const named = new Set(commandOf(step, "assignCrew").memberIds);
  for (const member of step.facts.crew) {
    const exclusion = named.has(member.id) ? crewExclusion(step.order, member, step.facts, step.now) : null;
    if (exclusion !== null) return holds(false, "crew_member_unfit", { memberId: member.id, exclusion });
  }
  return true;
};

/** The time of everybody who goes allows another interval, as the worker's own must; who does not fit is the team's to know. */
export function crewHasTime({ order, actor, facts }: Step, interval: Interval): Answer {
  for (const memberId of assignmentOf(order).crew) {
    const member = facts.crew.find(({ id }) => id === memberId);
    const exclusion = member === undefined ? "excluded_unverified" : crewTimeRefusal(order, member, interval, facts);
    if (exclusion === null) continue;
    return actor.role === "customer" ? holds(false, "worker_not_free") : holds(false, "crew_member_unfit", { memberId, exclusion });
  }
  return true;
}
