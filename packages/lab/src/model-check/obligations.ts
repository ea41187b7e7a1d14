import { type CommandOf, type CommandType, HOUR, heldFen, MINUTE, type Order, termsHash } from "@lingong/domain";
import type { Attempt } from "./attempts/attempt.ts";
import { arbitrators, type World } from "./world.ts";

/**
 * What must be true whenever a command was taken: the rule book's conditions (§2), restated from the text and not from
 * the table's guards. A guard that is lost lets something through that one of these refuses.
 */
type Obligation<Type extends CommandType> = (order: Order, command: CommandOf<Type>, tried: Attempt, now: number) => boolean;

const customerOnly = (order: Order, tried: Attempt): boolean => tried.actor.role === "customer" && tried.actor.id === order.customerId;
const workerOnly = (order: Order, tried: Attempt): boolean => tried.actor.role === "worker" && tried.actor.id === order.assignment?.workerId;
const partyOnly = (order: Order, tried: Attempt): boolean => customerOnly(order, tried) || workerOnly(order, tried);
const start = (order: Order, now: number): number => order.startsAt ?? now;
const inState = (order: Order, ...states: readonly Order["state"][]): boolean => states.includes(order.state);
const words = (text: string): boolean => text.trim() !== "";
const addOnOf = (order: Order, id: string) => order.addOns.find((addOn) => addOn.id === id);
const beforeWork = ["accepted", "en_route", "arrived"] as const;
const atWork = ["in_service", "paused"] as const;

/** A quarter-hour plan that fits the category, its price and its place (§2 Start, §4). */
function placeable(order: Order, now: number): boolean {
  const { terms } = order;
  const ahead = terms.startsAt === null ? null : terms.startsAt - now;
  const timely = ahead === null ? terms.pricing === "fixed" : ahead >= (terms.pricing === "quotes" ? 240 : 90) * MINUTE && ahead <= 60 * 24 * HOUR;
  const minutes =
    terms.bookedMinutes % 15 === 0 && terms.bookedMinutes >= terms.minimumMinutes && (terms.mode === "remote" || terms.bookedMinutes <= 720);
  const heads = Number.isInteger(terms.headcount) && terms.headcount >= 1 && terms.headcount <= (terms.mode === "remote" ? 1 : 20);
  const base = (terms.rateFenPerHour * terms.bookedMinutes * terms.headcount) / 60;
  const price = terms.pricing === "quotes" || (Number.isInteger(terms.rateFenPerHour) && terms.rateFenPerHour * 0.82 >= 2_399);
  const travel = terms.travelFen <= 5_000 && terms.travelFen <= base * 0.2 + 1 && (terms.mode === "on_site" || terms.travelFen === 0);
  return timely && minutes && heads && price && travel && terms.scope.length > 0 && (terms.place !== null) === (terms.mode === "on_site");
}

/** Nothing else is in anybody's calendar: in these attempts all that is lies over the time in question. */
const isFree = (worker: Attempt["facts"]["candidate"]): boolean => (worker?.commitments.length ?? 0) === 0 && (worker?.restBlocks.length ?? 0) === 0;

/** The worker's calendar, and those of all who go along. */
function hasTime(order: Order, { facts: { candidate, crew } }: Attempt): boolean {
  return isFree(candidate) && (order.assignment?.crew ?? []).every((id) => crew.some((member) => member.id === id && isFree(member)));
}

/** One of the team's own whom nothing forbids to go. */
function mayGo(order: Order, id: string, { facts: { crew } }: Attempt, now: number): boolean {
  const member = crew.find((one) => one.id === id);
  return (
    member !== undefined &&
    isFree(member) &&
    member.verified &&
    (member.pausedUntil ?? 0) <= now &&
    member.qualifications.some((qualification) => qualification.categoryId === order.terms.categoryId) &&
    !member.blockedByCustomerIds.includes(order.customerId)
  );
}

/** Extra minutes leave the worker half an hour before the next order, and their rest. */
function extraFits(order: Order, minutes: number, tried: Attempt): boolean {
  const agreed = order.addOns.filter((addOn) => addOn.kind === "time" && (addOn.state === "paid" || addOn.state === "approved"));
  const ends =
    (order.assignment?.workingStart ?? 0) + (order.terms.bookedMinutes + minutes + agreed.reduce((sum, addOn) => sum + addOn.minutes, 0)) * MINUTE;
  if ((tried.facts.candidate?.restBlocks ?? []).some((block) => block.from < ends) && minutes > 0) return false;
  return (tried.facts.candidate?.commitments ?? []).every(
    (commitment) =>
      commitment.from < (order.assignment?.workingStart ?? 0) ||
      commitment.from - (order.terms.mode === "remote" ? 10 : 30) * MINUTE >= ends ||
      minutes === 0,
  );
}

function answersProposal(order: Order, id: string, tried: Attempt, now: number): boolean {
  const addOn = addOnOf(order, id);
  return addOn?.state === "proposed" && addOn.by !== tried.actor.role && now < (addOn.expiresAt ?? 0) && partyOnly(order, tried);
}

/** The split adds up to what is held, in whole fen. */
const addsUp = (order: Order, toWorkerFen: number, toCustomerFen: number): boolean =>
  toWorkerFen >= 0 && toCustomerFen >= 0 && toWorkerFen + toCustomerFen === order.dispute?.heldFen;

const departureFrom = (order: Order): number => {
  const travel = order.assignment?.travelMinutes ?? 0;
  return Math.max((order.startsAt ?? 0) - Math.max(60, travel + 30) * MINUTE, (order.startsAt ?? 0) - 3 * HOUR);
};

const pausedSoFar = (order: Order): number =>
  (order.service?.segments ?? []).reduce(
    (sum, segment, index, all) => sum + (segment.to === null ? 0 : Math.max(0, (all[index + 1]?.from ?? segment.to) - segment.to)),
    0,
  );

export const obligations: { readonly [Type in CommandType]?: Obligation<Type> } = {
  edit: (order, _command, tried) => customerOnly(order, tried) && inState(order, "draft"),
  place: (order, command, tried, now) =>
    customerOnly(order, tried) &&
    inState(order, "draft") &&
    command.termsHash === termsHash(order.terms) &&
    placeable(order, now) &&
    order.terms.plan === tried.facts.category.plan &&
    order.terms.minimumMinutes === tried.facts.category.minimumMinutes,
  acceptQuote: (order, command, tried) =>
    customerOnly(order, tried) &&
    inState(order, "quoting") &&
    tried.facts.quote?.id === command.quoteId &&
    ["open", "countered", "agreed"].includes(tried.facts.quote.state) &&
    tried.facts.candidate?.verified === true &&
    tried.facts.candidate.qualifications.length > 0 &&
    tried.facts.candidate.commitments.length === 0 &&
    tried.facts.candidate.restBlocks.length === 0 &&
    tried.facts.candidate.blockedCustomerIds.length === 0,
  capturePayment: (order, command) => command.fen > 0 && order.payments.every((payment) => payment.captureId !== command.captureId),
  accept: (order, command, tried, now) =>
    inState(order, "matching") &&
    tried.facts.offer?.id === command.offerId &&
    tried.facts.offer.workerId === tried.actor.id &&
    tried.facts.offer.state === "open" &&
    tried.facts.offer.round === order.matching?.round &&
    now < tried.facts.offer.expiresAt,
  directRefused: (order) => order.direct !== null && inState(order, "matching"),
  raisePrice: (order, command, tried) =>
    customerOnly(order, tried) &&
    inState(order, "matching") &&
    command.rateFenPerHour > order.rateFenPerHour &&
    command.termsHash === termsHash({ ...order.terms, rateFenPerHour: command.rateFenPerHour }),
  withdraw: (order, command, tried) => workerOnly(order, tried) && inState(order, ...beforeWork) && words(command.reason),
  proposeReschedule: (order, command, tried, now) =>
    partyOnly(order, tried) &&
    inState(order, "accepted") &&
    order.rescheduled < 2 &&
    order.rescheduleProposal === null &&
    command.startsAt - now >= 90 * MINUTE &&
    command.startsAt - now <= 60 * 24 * HOUR &&
    hasTime(order, tried),
  agreeReschedule: (order, _command, tried, now) =>
    partyOnly(order, tried) &&
    inState(order, "accepted") &&
    order.rescheduleProposal !== null &&
    order.rescheduleProposal.by !== tried.actor.role &&
    now < order.rescheduleProposal.proposedAt + 2 * HOUR &&
    hasTime(order, tried),
  declineReschedule: (order, _command, tried, now) =>
    partyOnly(order, tried) &&
    inState(order, "accepted") &&
    order.rescheduleProposal !== null &&
    now < order.rescheduleProposal.proposedAt + 2 * HOUR,
  confirmTime: (order, _command, tried) =>
    partyOnly(order, tried) && inState(order, "accepted") && !order.assignment?.timeConfirmedBy.some((side) => side === tried.actor.role),
  assignCrew: (order, command, tried, now) =>
    workerOnly(order, tried) &&
    inState(order, ...beforeWork) &&
    tried.facts.candidate?.kind === "team" &&
    command.memberIds.length <= order.terms.headcount &&
    command.memberIds.every((id, index) => command.memberIds.indexOf(id) === index && mayGo(order, id, tried, now)),
  depart: (order, _command, tried, now) =>
    workerOnly(order, tried) && inState(order, "accepted") && order.terms.mode === "on_site" && now >= departureFrom(order),
  arrive: (order, command, tried) =>
    workerOnly(order, tried) && inState(order, "en_route") && command.headcount >= 1 && command.headcount <= order.terms.headcount,
  declareHere: (order, _command, tried) => customerOnly(order, tried) && inState(order, "arrived") && order.customerHereAt === null,
  allowEarlyStart: (order, _command, tried) => customerOnly(order, tried) && inState(order, ...beforeWork) && !order.earlyStartAllowed,
  start: (order, command, tried, now) =>
    workerOnly(order, tried) &&
    inState(order, order.terms.mode === "remote" ? "accepted" : "arrived") &&
    command.headcount >= 1 &&
    command.headcount <= order.terms.headcount &&
    (order.earlyStartAllowed || now >= start(order, now) - 15 * MINUTE),
  pause: (order, _command, tried) =>
    workerOnly(order, tried) && inState(order, "in_service") && pausedSoFar(order) < (order.terms.mode === "remote" ? 72 : 2) * HOUR,
  resume: (order, _command, tried, now) =>
    workerOnly(order, tried) &&
    inState(order, "paused") &&
    now - (order.service?.pausedSince ?? 0) + pausedSoFar(order) < (order.terms.mode === "remote" ? 72 : 2) * HOUR,
  signOfLife: (order, _command, tried) => workerOnly(order, tried) && inState(order, ...atWork),
  proposeAddOn: (order, command, tried) =>
    partyOnly(order, tried) &&
    inState(order, ...beforeWork, ...atWork) &&
    words(command.title) &&
    addOnOf(order, command.addOnId) === undefined &&
    (command.kind === "time" ? command.minutes > 0 && command.minutes % 15 === 0 && extraFits(order, command.minutes, tried) : command.fen > 0),
  approveAddOn: (order, command, tried, now) =>
    answersProposal(order, command.addOnId, tried, now) && extraFits(order, addOnOf(order, command.addOnId)?.minutes ?? 0, tried),
  declineAddOn: (order, command, tried, now) => answersProposal(order, command.addOnId, tried, now),
  withdrawAddOn: (order, command, tried, now) =>
    partyOnly(order, tried) &&
    addOnOf(order, command.addOnId)?.state === "proposed" &&
    addOnOf(order, command.addOnId)?.by === tried.actor.role &&
    now < (addOnOf(order, command.addOnId)?.expiresAt ?? 0),
  finish: (order, command, tried) =>
    partyOnly(order, tried) &&
    inState(order, ...atWork) &&
    (tried.actor.role === "worker" || command.reason === "done") &&
    command.doneAddOnIds.every((id) => addOnOf(order, id)?.state === "paid"),
  confirm: (order, _command, tried) => customerOnly(order, tried) && inState(order, "awaiting_confirmation"),
  tip: (order, command, tried, now) =>
    customerOnly(order, tried) &&
    inState(order, "completed", "resolved") &&
    command.fen >= 100 &&
    command.fen <= 20_000 &&
    command.fen * 2 <= (order.bill?.totalFen ?? 0) &&
    now < (order.endedAt ?? 0) + 14 * 24 * HOUR,
  cancel: (order, _command, tried) => customerOnly(order, tried) && inState(order, "quoting", "awaiting_payment", "matching", ...beforeWork),
  askToCancel: (order, command, tried) =>
    workerOnly(order, tried) && inState(order, ...beforeWork) && order.askedToCancel === null && words(command.reason),
  reportNoShow: (order, _command, tried, now) =>
    tried.actor.role === "worker"
      ? workerOnly(order, tried) &&
        inState(order, "arrived") &&
        (tried.facts.metresFromPlace ?? Number.POSITIVE_INFINITY) <= 200 &&
        order.customerHereAt === null
      : customerOnly(order, tried) && inState(order, "accepted", "en_route") && now >= (order.assignment?.workingStart ?? 0) + 30 * MINUTE,
  openDispute: (order, command, tried) =>
    partyOnly(order, tried) &&
    inState(order, "arrived", ...atWork, "awaiting_confirmation") &&
    order.dispute === null &&
    words(command.reason) &&
    command.amountFen > 0 &&
    command.amountFen <= heldFen(order.money),
  closeEvidence: (order, _command, tried) => tried.actor.role === "admin" && order.dispute?.state === "evidence",
  assignArbitrator: (order, command, tried) =>
    tried.actor.role === "admin" &&
    inState(order, "disputed") &&
    order.dispute?.state !== "decided" &&
    arbitrators.some(({ id }) => id === command.arbitratorId) &&
    ![order.dispute?.arbitratorId, ...(order.dispute?.formerArbitratorIds ?? [])].includes(command.arbitratorId),
  addEvidence: (order, command, tried, now) =>
    partyOnly(order, tried) &&
    (command.textCommitment !== null || command.files.length > 0) &&
    (order.dispute?.state === "evidence"
      ? now < order.dispute.openedAt + 48 * HOUR
      : order.dispute?.state !== "decided" && now < (order.dispute?.evidenceRequest?.at ?? 0) + 24 * HOUR),
  askForEvidence: (order, command, tried) =>
    tried.actor.id === order.dispute?.arbitratorId &&
    (order.dispute.state === "deciding" || order.dispute.state === "appealed") &&
    words(command.note),
  decideDispute: (order, command, tried) =>
    tried.actor.role === "arbitrator" &&
    tried.actor.id === order.dispute?.arbitratorId &&
    (order.dispute.state === "deciding" || order.dispute.state === "appealed") &&
    words(command.decision.reason) &&
    command.decision.citedVersions.length > 0 &&
    command.decision.citedVersions.every((version) => version >= 1 && version <= order.version) &&
    addsUp(order, command.decision.toWorkerFen, command.decision.toCustomerFen),
  acceptDecision: (order, _command, tried) =>
    partyOnly(order, tried) && order.dispute?.state === "decided" && !order.dispute.acceptedBy.some((accepted) => accepted === tried.actor.role),
  appealDispute: (order, command, tried) =>
    partyOnly(order, tried) &&
    order.dispute?.state === "decided" &&
    !order.dispute.acceptedBy.some((accepted) => accepted === tried.actor.role) &&
    words(command.reason),
  proposeSplit: (order, command, tried) =>
    partyOnly(order, tried) &&
    (order.dispute?.state === "evidence" || order.dispute?.state === "deciding") &&
    addsUp(order, command.toWorkerFen, command.toCustomerFen),
  agreeSplit: (order, _command, tried) =>
    partyOnly(order, tried) &&
    (order.dispute?.state === "evidence" || order.dispute?.state === "deciding") &&
    order.dispute.splitProposal !== null &&
    order.dispute.splitProposal.by !== tried.actor.role,
  forceCancel: (order, command, tried) =>
    tried.actor.role === "admin" && words(command.reason) && inState(order, "quoting", "awaiting_payment", "matching", ...beforeWork, ...atWork),
  serviceRestarted: (order, _command, tried, now) =>
    tried.actor.role === "timer" &&
    ((inState(order, "awaiting_payment") && now >= order.since + 15 * MINUTE) ||
      (inState(order, "awaiting_confirmation") && now >= order.since + (order.terms.mode === "remote" ? 72 : 48) * HOUR)),
};

/** Whether a command that was taken was one the rule book allows here. */
export function wasAllowed(world: World, tried: Attempt, at: number): boolean {
  const obligation = obligations[tried.command.type] as Obligation<CommandType> | undefined;
  return obligation === undefined || obligation(world.order, tried.command, tried, at);
}
