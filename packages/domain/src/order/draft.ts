import type { Instant } from "../kernel/instant.ts";
import type { Order } from "./order.ts";
import type { OrderEvent, Outcome } from "./outcome.ts";
import type { Terms } from "./terms.ts";

/** What a new order begins with. */
export interface DraftInput {
  readonly id: string;
  readonly cityId: string;
  readonly zone: string;
  readonly customerId: string;
  readonly terms: Terms;
}

/** The first event of an order: a draft. Nothing is held, nothing is promised; the guards judge it at place. */
export function draft({ id, cityId, zone, customerId, terms }: DraftInput, now: Instant): Outcome {
  const order: Order = {
    id,
    cityId,
    zone,
    customerId,
    version: 1,
    state: "draft",
    createdAt: now,
    placedAt: null,
    since: now,
    terms,
    signedTermsHash: null,
    rateFenPerHour: terms.rateFenPerHour,
    startsAt: terms.startsAt,
    payments: [],
    money: { capturedFen: 0, refundedFen: 0, releasedFen: 0, commissionFen: 0, commissionableFen: 0 },
    chosenQuote: null,
    matching: null,
    raise: null,
    direct: terms.direct,
    assignment: null,
    formerAssignments: [],
    departedAt: null,
    arrivedAt: null,
    customerHereAt: null,
    noShowReportedAt: null,
    crewPresent: null,
    earlyStartAllowed: false,
    freeToLeave: false,
    askedToCancel: null,
    rescheduled: 0,
    rescheduleProposal: null,
    feeNotice: null,
    service: null,
    lastSignOfLifeAt: null,
    addOns: [],
    bill: null,
    travelEarned: false,
    dispute: null,
    insurance: [],
    remindersSent: 0,
    timeAlerted: false,
    graceUntil: null,
    endedAt: null,
    endCause: null,
  };
  const event: OrderEvent = {
    orderId: id,
    version: 1,
    at: now,
    by: { role: "customer", id: customerId },
    command: "draft",
    from: null,
    to: "draft",
    changes: order,
  };
  return { order, row: "draft", event, entries: [], notices: [], intents: [], sideEffects: [], commitment: null };
}
