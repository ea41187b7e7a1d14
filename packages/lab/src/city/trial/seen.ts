import { categoryOf, HOUR, type Instant, isQuantified, type Job, type Policy, type WorkerSnapshot } from "@lingong/domain";
import { isFree, type TrialOrder, type TrialWorker } from "./people.ts";

/** The rest guards count the last three days. */
const remembered = 72 * HOUR;
/** Nobody's standing is told apart: what a policy does with equals is compared. */
const standing = 700;

/** A worker as a round sees one. */
export function snapshotOf(worker: TrialWorker, now: Instant): WorkerSnapshot {
  const { person } = worker.planned;
  worker.commitments = worker.commitments.filter(({ to }) => to > now - remembered);
  return {
    id: worker.id,
    cityId: "shanghai",
    kind: person.kind,
    crewSize: person.crewSize ?? 1,
    verified: true,
    online: worker.looksAt !== null || isFree(worker, now),
    pausedUntil: null,
    position: worker.place,
    travelMode: person.travelMode ?? "ebike",
    radiusKm: 12,
    qualifications: person.categoryIds.map((categoryId) => {
      const certified = categoryOf(categoryId)?.certificate === "required";
      return { categoryId, certified, proofOfWork: true, validUntil: null };
    }),
    tags: person.tags,
    commitments: worker.commitments,
    restBlocks: [],
    nightFirstVisits: false,
    blockedCustomerIds: [],
    blockedByCustomerIds: [],
    calendarVersion: 0,
    standing,
    level: 2,
    completedOrders: worker.completed,
    together: worker.together,
    activity: { online: 1, available: 1 },
    response: { withinFiveMinutes: worker.answered, of: worker.asked },
    profilePercent: 100,
    incomePerAvailableHourFen: worker.incomePerHourFen,
  };
}

/** What a round needs to know of an order beside itself: how many may be asked at once, and whether its customer is known. */
export interface Asking {
  readonly atOnce: number;
  readonly customerIsKnown: boolean;
  readonly policy: Policy;
}

/** An order as a round sees one. Where fewer are asked at once than a wave has offers, the rest of them count as made. */
export function jobOf(order: TrialOrder, { atOnce, customerIsKnown, policy }: Asking): Job {
  const { terms } = order.planned;
  const category = categoryOf(terms.categoryId);
  const keptBack = policy.dispatch.waveSize - (atOnce - order.openOffers.size);
  return {
    orderId: order.id,
    version: 0,
    cityId: "shanghai",
    zone: "Asia/Shanghai",
    customerId: order.customerId,
    categoryId: terms.categoryId,
    mode: "on_site",
    certificate: category?.certificate ?? "optional",
    tags: terms.tags ?? [],
    position: terms.address?.position ?? null,
    startsAt: null,
    bookedMinutes: terms.bookedMinutes,
    headcount: terms.headcount ?? 1,
    rateFenPerHour: terms.rateFenPerHour,
    waitingSince: order.postedAt,
    expiresAt: order.expiresAt,
    wave: order.wave,
    round: 0,
    openOffers: order.openOffers.size,
    askedInWave: Math.max(order.askedInWave, keptBack),
    askedWorkerIds: order.asked,
    leftWorkerIds: [],
    exclusiveWorkerId: null,
    customerHasCompletedOrder: customerIsKnown,
    quantified: category !== null && isQuantified(category, terms.scope),
    customerReviewCount: 0,
    customerHarsh: false,
  };
}
