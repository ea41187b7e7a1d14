import { heldFen, type Order } from "@lingong/domain";
import type { Taken } from "./invariants.ts";
import { arbitrators } from "./world.ts";

/** What a step must leave behind in the order, restated from rules §2–§5 and §8; a lost effect breaks one of these. */
type Trace = (taken: Taken) => boolean;

const open = (order: Order) => order.addOns.filter((addOn) => addOn.state === "proposed" || addOn.state === "approved");
const awaited = (order: Order) => order.payments.filter((payment) => payment.state === "awaited" && payment.purpose !== "tip");
const ended = ["completed", "resolved", "cancelled", "expired"];
const entered = ({ before, after }: Taken, ...states: readonly Order["state"][]): boolean =>
  states.includes(after.order.state) && before.order.state !== after.order.state;
const by = ({ outcome }: Taken, ...commands: readonly string[]): boolean => commands.includes(outcome.event.command);

/** Arbitrators who have not had this dispute, in the order of their load. */
const left = ({ dispute }: Order): readonly string[] =>
  arbitrators.map(({ id }) => id).filter((id) => id !== dispute?.arbitratorId && !dispute?.formerArbitratorIds.includes(id));

const inOtherHands = ({ before, after }: Taken): boolean =>
  left(before.order).length === 0 ? after.order.dispute?.arbitratorId === null : left(before.order).includes(after.order.dispute?.arbitratorId ?? "");

/** Named so that a violation says which trace is missing. */
export const traces: Readonly<Record<string, Trace>> = {
  "a final state has its end and its cause": (taken) =>
    !entered(taken, "completed", "resolved", "cancelled", "expired") ||
    (taken.after.order.endedAt === taken.outcome.event.at && taken.after.order.endCause !== null),
  "no add-on stays open once the work or the assignment has ended": (taken) =>
    !entered(taken, "matching", "awaiting_confirmation", "disputed", "completed", "resolved", "cancelled", "expired") ||
    open(taken.after.order).length === 0,
  "no payment is awaited in a final state or under dispute": (taken) =>
    !entered(taken, "cancelled", "expired", "disputed", "resolved") || awaited(taken.after.order).length === 0,
  "an accept leaves no payment awaited": (taken) =>
    !by(taken, "accept") || (awaited(taken.after.order).length === 0 && taken.after.order.raise === null),
  "every event carries its order one version on": ({ before, after, outcome }) =>
    after.order.version === before.order.version + 1 && outcome.event.version === after.order.version,
  "since is when the state was entered": ({ before, after, outcome }) =>
    after.order.since === (before.order.state === after.order.state ? before.order.since : outcome.event.at),
  "placing signs the terms": (taken) =>
    !by(taken, "place") ||
    (taken.after.order.signedTermsHash !== null &&
      taken.after.order.placedAt === taken.outcome.event.at &&
      (taken.after.order.terms.pricing === "quotes" || awaited(taken.after.order).length === 1)),
  "an edit changes the terms": (taken) =>
    !by(taken, "edit") || taken.after.order.terms === (taken.command.type === "edit" ? taken.command.terms : null),
  "a chosen quote sets the price and asks for it": (taken) =>
    !by(taken, "acceptQuote") ||
    (taken.after.order.chosenQuote !== null && taken.after.order.rateFenPerHour === 6_001 && awaited(taken.after.order).length === 1),
  "quoting again forgets the choice": (taken) =>
    !entered(taken, "quoting") || (taken.after.order.chosenQuote === null && awaited(taken.after.order).length === 0),
  "matching knows when it was paid": (taken) => !entered(taken, "matching") || taken.after.order.matching !== null,
  "re-matching asks anew, but for who left": (taken) =>
    !(entered(taken, "matching") && taken.before.order.assignment !== null) ||
    ((taken.after.order.matching?.round ?? 0) > (taken.before.order.matching?.round ?? 0) &&
      (taken.after.order.matching?.leftBy ?? []).includes(taken.before.order.assignment?.workerId ?? "") &&
      taken.after.order.freeToLeave),
  "a fault ends the assignment on record": (taken) =>
    !entered(taken, "matching") ||
    taken.before.order.assignment === null ||
    (taken.after.order.assignment === null && taken.after.order.formerAssignments.length === taken.before.order.formerAssignments.length + 1),
  "an assignment pins its facts and a start": (taken) =>
    !entered(taken, "accepted") || (taken.after.order.assignment?.pinned.level === 4 && taken.after.order.startsAt !== null),
  "a raise waits for its own payment": (taken) =>
    !by(taken, "raisePrice") ||
    (taken.after.order.raise !== null &&
      awaited(taken.after.order).length === 1 &&
      taken.after.order.rateFenPerHour === taken.before.order.rateFenPerHour),
  "a refused direct booking is open or over": (taken) =>
    !by(taken, "directRefused") || taken.after.order.direct === null || ended.includes(taken.after.order.state),
  "a confirmed time is on record": (taken) =>
    !by(taken, "confirmTime") ||
    (taken.after.order.assignment?.timeConfirmedBy.length ?? 0) === (taken.before.order.assignment?.timeConfirmedBy.length ?? 0) + 1,
  "who goes is who was named, and their time is taken": (taken) => {
    if (taken.command.type !== "assignCrew") return true;
    const { memberIds } = taken.command;
    const told = taken.outcome.notices.filter(({ to, kind }) => to === "crew" && kind === "crew_assigned").map(({ userId }) => userId);
    const before = taken.before.order.assignment?.crew ?? [];
    return (
      JSON.stringify(taken.after.order.assignment?.crew) === JSON.stringify(memberIds) &&
      JSON.stringify(told) === JSON.stringify(memberIds.filter((id) => !before.includes(id)))
    );
  },
  "a crew that need not go is told": (taken) => {
    const [before, after] = [taken.before.order.assignment?.crew ?? [], taken.after.order.assignment?.crew ?? []];
    const over = entered(taken, "matching", "cancelled", "disputed") && taken.before.order.service === null;
    const free = over ? before : before.filter((id) => !after.includes(id));
    const told = taken.outcome.notices.filter(({ to, kind }) => to === "crew" && kind === "crew_released").map(({ userId }) => userId);
    return JSON.stringify(told) === JSON.stringify(free);
  },
  "a proposal is held until it is answered": (taken) => !by(taken, "proposeReschedule") || taken.after.order.rescheduleProposal !== null,
  "an answered proposal is gone": (taken) => !by(taken, "agreeReschedule", "declineReschedule") || taken.after.order.rescheduleProposal === null,
  "an agreed start moves, and fees keep the old notice when the customer asked": (taken) =>
    !by(taken, "agreeReschedule") ||
    (taken.after.order.startsAt === taken.before.order.rescheduleProposal?.startsAt &&
      taken.after.order.rescheduled === taken.before.order.rescheduled + 1 &&
      (taken.before.order.rescheduleProposal?.by === "worker" || taken.after.order.feeNotice !== null)),
  "a request to be let go is on record": (taken) => !by(taken, "askToCancel") || taken.after.order.askedToCancel !== null,
  "setting out is on record and insured": (taken) =>
    !by(taken, "depart") ||
    (taken.after.order.departedAt === taken.outcome.event.at &&
      !taken.after.order.freeToLeave &&
      taken.outcome.entries.some((entry) => entry.reason === "insurance_premium")),
  "arriving earns the travel": (taken) =>
    !by(taken, "arrive") ||
    (taken.after.order.arrivedAt === taken.outcome.event.at &&
      taken.after.order.travelEarned === taken.after.order.terms.travelFen > 0 &&
      taken.after.order.crewPresent !== null),
  "the customer's word stands": (taken) =>
    (!by(taken, "declareHere") || taken.after.order.customerHereAt !== null) &&
    (!by(taken, "allowEarlyStart") || taken.after.order.earlyStartAllowed),
  "a report of absence runs its clock": (taken) =>
    !(by(taken, "reportNoShow") && taken.after.order.state === "arrived") || taken.after.order.noShowReportedAt === taken.outcome.event.at,
  "work that began has its running segment": (taken) =>
    taken.after.order.state !== "in_service" || taken.after.order.service?.segments.at(-1)?.to === null,
  "a pause stops the clock": (taken) =>
    taken.after.order.state !== "paused" ||
    (taken.after.order.service?.segments.at(-1)?.to !== null && taken.after.order.service?.pausedSince !== null),
  "remote work is insured at its start": (taken) =>
    !(by(taken, "start") && taken.after.order.terms.mode === "remote") || taken.outcome.entries.some((entry) => entry.reason === "insurance_premium"),
  "a sign of life is on record": (taken) => !by(taken, "signOfLife") || taken.after.order.lastSignOfLifeAt === taken.outcome.event.at,
  "ended work has a bill, and every paid item its word": (taken) =>
    !entered(taken, "awaiting_confirmation") ||
    (taken.after.order.bill !== null &&
      taken.after.order.service?.finishedAt !== null &&
      taken.after.order.addOns.every((addOn) => addOn.state !== "paid")),
  "a dispute ends the running segment": (taken) => !entered(taken, "disputed") || taken.after.order.service?.segments.at(-1)?.to !== null,
  "a dispute holds what is disputed": (taken) =>
    !entered(taken, "disputed") || heldFen(taken.after.order.money) === taken.after.order.dispute?.heldFen,
  "an add-on is on the table": (taken) => !by(taken, "proposeAddOn") || taken.after.order.addOns.length === taken.before.order.addOns.length + 1,
  "an answer changes the add-on": (taken) =>
    !by(taken, "approveAddOn", "declineAddOn", "withdrawAddOn") ||
    JSON.stringify(taken.after.order.addOns) !== JSON.stringify(taken.before.order.addOns),
  "an approved add-on waits for its payment": (taken) =>
    !by(taken, "approveAddOn") || taken.after.order.payments.some((payment) => payment.state === "awaited" && payment.purpose === "add_on"),
  "a paid add-on counts": (taken) =>
    !by(taken, "capturePayment") ||
    taken.after.order.addOns.every(
      (addOn) =>
        addOn.state !== "approved" || taken.after.order.payments.some((payment) => payment.id === addOn.paymentId && payment.state === "awaited"),
    ),
  "a capture is booked": (taken) => !by(taken, "capturePayment") || taken.outcome.entries.length === 1,
  "what goes back to a customer is called out": (taken) =>
    taken.outcome.intents.reduce((sum, intent) => sum + intent.fen, 0) === taken.after.order.money.refundedFen - taken.before.order.money.refundedFen,
  "a tip asks for its payment": (taken) =>
    !by(taken, "tip") || taken.after.order.payments.some((payment) => payment.purpose === "tip" && payment.state === "awaited"),
  "leaving after arrival, and leaving at all, is counted unless excused": (taken) =>
    !by(taken, "cancel") ||
    taken.before.order.assignment === null ||
    taken.before.order.freeToLeave ||
    taken.before.order.askedToCancel !== null ||
    taken.facts.forceMajeure ||
    taken.outcome.sideEffects.some((effect) => effect.kind === "recordCustomer"),
  "somebody is in charge after assignment": (taken) =>
    taken.command.type !== "assignArbitrator" || taken.after.order.dispute?.arbitratorId === taken.command.arbitratorId,
  "a decision is on record": (taken) => !by(taken, "decideDispute") || taken.after.order.dispute?.decision !== null,
  "evidence closed early runs the arbitrators' clock": (taken) => !by(taken, "closeEvidence") || taken.after.order.dispute?.state === "deciding",
  "an acceptance is on record": (taken) =>
    !by(taken, "acceptDecision") || (taken.after.order.dispute?.acceptedBy.length ?? 0) === (taken.before.order.dispute?.acceptedBy.length ?? 0) + 1,
  "an appeal goes to somebody else": (taken) =>
    !by(taken, "appealDispute") || (taken.after.order.dispute?.state === "appealed" && inOtherHands(taken)),
  "a new dispute is in somebody's hands": (taken) => !entered(taken, "disputed") || taken.after.order.dispute?.arbitratorId === "arbitrator-1",
  "a missed clock goes to the most senior who is left": (taken) =>
    taken.outcome.row !== "escalateDispute" ||
    (inOtherHands(taken) && taken.after.order.dispute?.arbitratorId === (left(taken.before.order).at(-1) ?? null)),
  "evidence is on record": (taken) => !by(taken, "addEvidence") || taken.after.order.dispute?.evidence.at(-1)?.version === taken.after.order.version,
  "what is asked for may come in": (taken) =>
    !by(taken, "askForEvidence") || (taken.after.order.dispute?.evidenceUntil ?? 0) > taken.outcome.event.at,
  "a clock that begins is reminded of in time": (taken) => {
    const [before, after] = [taken.before.order.dispute, taken.after.order.dispute];
    return after == null || before?.dueAt === after.dueAt || after.remindAt === null || after.remindAt === after.dueAt - 12 * 3_600_000;
  },
  "a split is on the table": (taken) => !by(taken, "proposeSplit") || taken.after.order.dispute?.splitProposal !== null,
  "a resolved dispute was executed or agreed": (taken) =>
    !entered(taken, "resolved") || ["executed", "agreed"].includes(taken.after.order.dispute?.state ?? ""),
  "a lost dispute is counted": (taken) => {
    const { dispute } = taken.after.order;
    const lost =
      entered(taken, "resolved") &&
      dispute?.state === "executed" &&
      dispute.openedBy === "customer" &&
      (dispute.decision?.toCustomerFen ?? 0) * 2 < dispute.heldFen;
    return !lost || taken.outcome.sideEffects.some((effect) => effect.kind === "recordCustomer");
  },
  "our own stop costs nobody a deadline": (taken) =>
    !by(taken, "serviceRestarted") || taken.after.order.graceUntil === taken.outcome.event.at + 30 * 60_000,
  "a timer that fired is over": (taken) => !by(taken, "timeOut") || taken.stillDue === false,
};
