import type { AddOnView, DisputeView, PaymentView, PhotoView, RescheduleView, TimelineEvent } from "@lingong/contracts";
import { type AddOn, type Dispute, MINUTE, type Order, type OrderEvent, type Payment, type RescheduleProposal } from "@lingong/domain";
import { iso } from "../../kernel/iso.ts";

/** A proposed or agreed add-on; extra time shows when the work would then end. */
export function addOnView(addOn: AddOn, endsAt: number | null, photos: ReadonlyMap<string, PhotoView>): AddOnView {
  const open = addOn.state === "proposed" || addOn.state === "approved";
  const later = endsAt === null ? null : endsAt + (open ? addOn.minutes * MINUTE : 0);
  return {
    id: addOn.id,
    kind: addOn.kind,
    title: addOn.title,
    minutes: addOn.minutes,
    fen: addOn.fen,
    by: addOn.by,
    state: addOn.state,
    proposedAt: iso(addOn.proposedAt),
    expiresAt: iso(addOn.expiresAt),
    paymentId: addOn.paymentId,
    photo: addOn.photoId === null ? null : (photos.get(addOn.photoId) ?? null),
    endsAt: iso(later),
  };
}

export function paymentView(payment: Payment): PaymentView {
  const { id, purpose, fen, state, refundedFen, capturedAt, provider } = payment;
  return { id, purpose, fen, state, refundedFen, capturedAt: iso(capturedAt), provider };
}

export function rescheduleView(proposal: RescheduleProposal | null): RescheduleView | null {
  if (proposal === null) return null;
  return { by: proposal.by, startsAt: iso(proposal.startsAt), proposedAt: iso(proposal.proposedAt), expiresAt: iso(proposal.expiresAt) };
}

export function disputeView(dispute: Dispute | null): DisputeView | null {
  if (dispute === null) return null;
  const {
    arbitratorId,
    formerArbitratorIds: _former,
    openedAt,
    dueAt,
    decision,
    acceptedBy,
    openedFrom: _from,
    travelLeftFen: _travel,
    ...shown
  } = dispute;
  return {
    ...shown,
    openedAt: iso(openedAt),
    dueAt: iso(dueAt),
    arbitratorAssigned: arbitratorId !== null,
    decision: decision === null ? null : { ...decision, citedVersions: [...decision.citedVersions] },
    acceptedBy: [...acceptedBy],
  };
}

/** What of a step's changes its line on the time line tells. Never an address, never a person's words to an admin. */
function detailsOf({ changes, command }: OrderEvent): TimelineEvent["details"] {
  switch (command) {
    case "proposeAddOn": {
      const addOn = changes.addOns?.at(-1);
      return addOn === undefined ? null : { title: addOn.title, fen: addOn.fen, minutes: addOn.minutes };
    }
    case "capturePayment": {
      const payment = changes.payments?.findLast((candidate) => candidate.state === "captured");
      return payment === undefined ? null : { fen: payment.fen, purpose: payment.purpose, returned: payment.refundedFen === payment.fen };
    }
    case "raisePrice":
      return changes.raise == null ? null : { rateFenPerHour: changes.raise.rateFenPerHour, fen: changes.raise.fen };
    case "proposeReschedule":
      return changes.rescheduleProposal == null ? null : { startsAt: iso(changes.rescheduleProposal.startsAt) };
    case "openDispute":
      return changes.dispute == null ? null : { heldFen: changes.dispute.heldFen, dueFen: changes.dispute.dueFen };
    default:
      return changes.endCause == null ? null : { endCause: changes.endCause };
  }
}

/** The order's history as its parties read it; signs of life are left out, since one comes with every photo. */
export function timelineOf(events: readonly OrderEvent[]): TimelineEvent[] {
  return events
    .filter((event) => event.command !== "signOfLife")
    .map((event) => ({
      version: event.version,
      at: iso(event.at),
      by: event.by.role,
      command: event.command,
      from: event.from,
      to: event.to,
      details: detailsOf(event),
    }));
}

/** Open add-ons that wait for one side's answer. */
export function openAddOns(order: Order): readonly AddOn[] {
  return order.addOns.filter((addOn) => addOn.state === "proposed" || addOn.state === "approved");
}
