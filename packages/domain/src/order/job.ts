import { isQuantified } from "../catalog/scope.ts";
import type { Job } from "../dispatch/snapshot.ts";
import type { Instant } from "../kernel/instant.ts";
import { matchingEnds, quotingEnds } from "./deadlines.ts";
import type { Facts } from "./facts.ts";
import type { Order } from "./order.ts";

/** What the round knows of an order beyond the order itself. */
export interface JobCircumstances {
  readonly wave: number;
  readonly openOffers: number;
  readonly askedInWave: number;
  readonly askedWorkerIds: readonly string[];
  readonly exclusiveWorkerId: string | null;
  readonly customerReviewCount: number;
  readonly customerHarsh: boolean;
}

const atAccept: JobCircumstances = {
  wave: 3,
  openOffers: 0,
  askedInWave: 0,
  askedWorkerIds: [],
  exclusiveWorkerId: null,
  customerReviewCount: 0,
  customerHarsh: false,
};

/** An order as dispatch sees it. At accept the circumstances of the round do not matter: only the exclusions are asked. */
export function jobOf(
  order: Order,
  facts: Pick<Facts, "policy" | "category" | "exactPosition" | "customerCompletedOrders">,
  now: Instant,
  circumstances: JobCircumstances = atAccept,
): Job {
  return {
    orderId: order.id,
    version: order.version,
    cityId: order.cityId,
    zone: order.zone,
    customerId: order.customerId,
    categoryId: order.terms.categoryId,
    mode: order.terms.mode,
    certificate: facts.category.certificate,
    tags: order.terms.tags,
    position: facts.exactPosition,
    startsAt: order.startsAt,
    bookedMinutes: order.terms.bookedMinutes,
    headcount: order.terms.headcount,
    rateFenPerHour: order.rateFenPerHour,
    waitingSince: order.matching?.reenteredAt ?? order.matching?.paidAt ?? now,
    expiresAt: (order.state === "quoting" ? quotingEnds : matchingEnds)({ order, facts }) ?? now,
    round: order.matching?.round ?? 0,
    leftWorkerIds: order.matching?.leftBy ?? [],
    customerHasCompletedOrder: facts.customerCompletedOrders > 0,
    quantified: isQuantified(facts.category, order.terms.scope),
    ...circumstances,
  };
}
