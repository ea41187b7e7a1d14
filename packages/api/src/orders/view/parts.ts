import type { AddOnView, DecisionView, DisputeView, EvidenceView, PaymentView, PhotoView, RescheduleView, TimelineEvent } from "@lingong/contracts";
import {
  type AddOn,
  addOnMachine,
  type Dispute,
  type DisputeDecision,
  disputeMachine,
  firedRows,
  MINUTE,
  may,
  type Order,
  type OrderEvent,
  type Payment,
  type Policy,
  type RescheduleProposal,
} from "@lingong/domain";
import { findingView } from "../../disputes/proposal.ts";
import { iso } from "../../kernel/iso.ts";

/** What an add-on waits for, by its machine; extra time is done with the work. */
function awaitedBy({ state, kind }: AddOn): AddOnView["awaits"] {
  if (may(addOnMachine, state, "approve")) return "answer";
  if (may(addOnMachine, state, "pay")) return "payment";
  return kind === "item" && may(addOnMachine, state, "finish") ? "finish" : null;
}

/** A proposed or agreed add-on; extra time shows when the work would then end. */
export function addOnView(addOn: AddOn, endsAt: number | null, photos: ReadonlyMap<string, PhotoView>): AddOnView {
  const open = may(addOnMachine, addOn.state, "expire");
  const later = endsAt === null ? null : endsAt + (open ? addOn.minutes * MINUTE : 0);
  return {
    id: addOn.id,
    kind: addOn.kind,
    title: addOn.title,
    minutes: addOn.minutes,
    fen: addOn.fen,
    by: addOn.by,
    state: addOn.state,
    awaits: awaitedBy(addOn),
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

function decisionView(decision: DisputeDecision | null): DecisionView | null {
  return decision === null ? null : { ...decision, citedVersions: [...decision.citedVersions], findings: decision.findings.map(findingView) };
}

/** A dispute as one side sees it; `evidence` null: not theirs to see. */
export function disputeView(dispute: Dispute | null, evidence: EvidenceView[] | null, outcome: DisputeView["outcome"]): DisputeView | null {
  if (dispute === null) return null;
  const { state, openedBy, reason, claimedFen, dueFen, heldFen, escalations, appealedBy, appealReason, splitProposal, evidenceRequest } = dispute;
  const arbitrated = may(disputeMachine, state, "escalate");
  return {
    state,
    openedBy,
    openedAt: iso(dispute.openedAt),
    reason,
    claimedFen,
    dueFen,
    heldFen,
    dueAt: iso(dispute.dueAt),
    latestAt: arbitrated ? iso(dispute.latestAt) : null,
    unpublishedYears: arbitrated ? [...dispute.unpublishedYears] : [],
    evidence,
    evidenceUntil: iso(dispute.evidenceUntil),
    evidenceRequest: evidenceRequest === null ? null : { at: iso(evidenceRequest.at), note: evidenceRequest.note },
    arbitratorAssigned: dispute.arbitratorId !== null,
    escalations,
    appealedBy,
    appealReason,
    decision: decisionView(dispute.decision),
    outcome,
    appealedDecision: decisionView(dispute.appealedDecision),
    acceptedBy: [...dispute.acceptedBy],
    splitProposal,
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
    case "addEvidence": {
      const piece = changes.dispute?.evidence.at(-1);
      return piece === undefined ? null : { files: piece.files.length, words: piece.textCommitment !== null };
    }
    case "proposeSplit":
      return changes.dispute?.splitProposal == null ? null : { fen: changes.dispute.splitProposal.toCustomerFen };
    case "openDispute":
      return changes.dispute == null ? null : { heldFen: changes.dispute.heldFen, dueFen: changes.dispute.dueFen };
    default:
      return changes.endCause == null ? null : { endCause: changes.endCause };
  }
}

/** The order's history as its parties read it; signs of life are left out, since one comes with every photo. */
export function timelineOf(events: readonly OrderEvent[], policy: Policy): TimelineEvent[] {
  const fired = firedRows(events, policy);
  return events
    .filter((event) => event.command !== "signOfLife")
    .map((event) => ({
      version: event.version,
      at: iso(event.at),
      by: event.by.role,
      command: event.command,
      timer: fired.get(event.version) ?? null,
      from: event.from,
      to: event.to,
      details: detailsOf(event),
    }));
}

/** Open add-ons that wait for one side's answer. */
export function openAddOns(order: Order): readonly AddOn[] {
  return order.addOns.filter((addOn) => may(addOnMachine, addOn.state, "expire"));
}
