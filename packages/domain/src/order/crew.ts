import { type ExclusionCode, exclusions } from "../dispatch/exclusions.ts";
import { caseOf, type Judgement } from "../dispatch/judgement.ts";
import { qualificationFor } from "../dispatch/pair-facts.ts";
import type { WorkerSnapshot } from "../dispatch/snapshot.ts";
import type { Instant, Interval } from "../kernel/instant.ts";
import { localMoment } from "../schedule/local-time.ts";
import { type TimeCode, timeRefusal } from "../schedule/time-guards.ts";
import { occupationFrom, startsKept } from "./calendar.ts";
import type { Facts } from "./facts.ts";
import { jobOf } from "./job.ts";
import type { Order } from "./order.ts";

/** What of the exclusions (§6) is about a person who goes along; where somebody is and how many they bring is the team's affair. */
const personal: ReadonlySet<ExclusionCode> = new Set([
  "excluded_other_city",
  "excluded_blocked",
  "excluded_unverified",
  "excluded_unqualified",
  "excluded_certificate",
  "excluded_night_first_visit",
]);
const personalChecks = exclusions.filter(({ code }) => personal.has(code));

/** Why a member's time forbids an order's interval, or null: the guards of every worker's time (decision 7), the order's own hours left out. */
export function crewTimeRefusal(
  order: Order,
  member: WorkerSnapshot,
  interval: Interval,
  facts: Pick<Facts, "exactPosition" | "policy">,
): TimeCode | null {
  const commitments = member.commitments.filter(({ orderId }) => orderId !== order.id);
  const work = { ...interval, orderId: order.id, position: facts.exactPosition };
  return timeRefusal({ ...member, commitments }, work, { zone: order.zone, policy: facts.policy });
}

/** Why the person may not be sent to the order, whenever it is, or null. */
function personalExclusion(order: Order, member: WorkerSnapshot, facts: Facts, now: Instant): ExclusionCode | null {
  const job = { ...jobOf(order, facts, now), startsAt: order.assignment?.workingStart ?? order.startsAt };
  const judgement: Judgement = { policy: facts.policy, now, path: "admin", localTime: localMoment, cityId: null };
  const it = caseOf({ job, worker: member, qualification: qualificationFor(job, member), metres: 0, travel: 0 }, judgement);
  const failed = personalChecks.find((check) => {
    if (check.order?.(job, judgement) === false || check.worker?.(member, judgement) === false) return false;
    return check.pair?.(it) ?? true;
  });
  return failed?.code ?? null;
}

/**
 * Why a team may not send a member to its order, or null (§2, Teams: rest, certificates and overlap hold per member): as if they took
 * it themselves, but for place and radius. Both starts are judged while another one is proposed.
 */
export function crewExclusion(order: Order, member: WorkerSnapshot, facts: Facts, now: Instant): ExclusionCode | null {
  const exclusion = personalExclusion(order, member, facts, now);
  if (exclusion !== null) return exclusion;
  if (member.pausedUntil !== null && now < member.pausedUntil) return "excluded_paused";
  for (const start of startsKept(order)) {
    const refusal = crewTimeRefusal(order, member, occupationFrom(order, start), facts);
    if (refusal !== null) return refusal;
  }
  return null;
}
