import { termsHash } from "../contract/terms-hash.ts";
import { DAY, type Instant } from "../kernel/instant.ts";
import type { Fen } from "../kernel/money.ts";
import type { DomainError } from "../kernel/result.ts";
import type { Policy } from "../policy/policy.ts";
import { chooseArbitrator } from "./arbitrators.ts";
import type { Actor, Command, CommandType } from "./command.ts";
import { dueFen } from "./due.ts";
import { type Due, dueAt } from "./due-at.ts";
import type { Facts } from "./facts.ts";
import { lifecycle } from "./lifecycle.ts";
import { heldFen } from "./money.ts";
import type { Order, OrderState } from "./order.ts";
import type { Outcome } from "./outcome.ts";
import type { OrderRow } from "./step.ts";
import { type OrderTable, transition } from "./transition.ts";

/** What a command would bring about: `transition` itself, run dry, so that preview is charge. All amounts in fen. */
export interface Consequence {
  readonly to: OrderState;
  /** What the customer is asked to pay for it. */
  readonly paysFen: Fen;
  readonly workerReceivesFen: Fen;
  readonly commissionFen: Fen;
  readonly refundFen: Fen;
  /** What stays in escrow. */
  readonly heldFen: Fen;
  /** The clock that runs afterwards, and the row it fires. */
  readonly next: Due | null;
}

/** Something an actor may do now. */
export interface Action {
  readonly command: CommandType;
  /** The add-on it concerns; null: the order itself. */
  readonly subjectId: string | null;
  /** A command that would be taken now: what the person enters (reason, amount, time) is filled with an example. */
  readonly example: Command;
  readonly consequence: Consequence;
}

/** Something the state would allow and a guard refuses: with the reason, and in its details the time from which it is open. */
export interface RefusedAction {
  readonly command: CommandType;
  readonly subjectId: string | null;
  readonly refusal: DomainError;
}

function consequenceOf(before: Order, outcome: Outcome, policy: Policy, table: OrderTable): Consequence {
  const { order } = outcome;
  const known = new Set(before.payments.map((payment) => payment.id));
  const asked = order.payments.filter((payment) => payment.state === "awaited" && !known.has(payment.id));
  return {
    to: order.state,
    paysFen: asked.reduce((total, payment) => total + payment.fen, 0),
    workerReceivesFen: order.money.releasedFen - before.money.releasedFen,
    commissionFen: order.money.commissionFen - before.money.commissionFen,
    refundFen: order.money.refundedFen - before.money.refundedFen,
    heldFen: heldFen(order.money),
    next: dueAt(order, policy, table),
  };
}

type Example = (order: Order, facts: Facts, now: Instant, actor: Actor) => readonly Command[];

const plain =
  (
    type: Extract<
      CommandType,
      | "agreeReschedule"
      | "declineReschedule"
      | "confirmTime"
      | "depart"
      | "declareHere"
      | "allowEarlyStart"
      | "pause"
      | "resume"
      | "signOfLife"
      | "confirm"
      | "closeEvidence"
      | "acceptDecision"
      | "agreeSplit"
    >,
  ): Example =>
  () => [{ type }];

const previewId = "preview";

/** A rate a tenth higher: enough for a raise to be judged. */
const raisedRate = (order: Order): Fen => order.rateFenPerHour + Math.ceil(order.rateFenPerHour / 10);

/** An example of each command a person can give: what they would enter is filled in, so that guards and amounts can be judged. */
const examples: Readonly<Partial<Record<CommandType, Example>>> = {
  edit: (order) => [{ type: "edit", terms: order.terms }],
  place: (order) => [{ type: "place", termsHash: termsHash(order.terms), paymentId: previewId }],
  acceptQuote: (_order, facts) => (facts.quote === null ? [] : [{ type: "acceptQuote", quoteId: facts.quote.id, paymentId: previewId }]),
  accept: (_order, facts) => (facts.offer === null ? [] : [{ type: "accept", offerId: facts.offer.id, assignmentId: previewId }]),
  raisePrice: (order) => [
    {
      type: "raisePrice",
      rateFenPerHour: raisedRate(order),
      termsHash: termsHash({ ...order.terms, rateFenPerHour: raisedRate(order) }),
      paymentId: previewId,
    },
  ],
  withdraw: () => [{ type: "withdraw", reason: previewId }],
  proposeReschedule: (order, facts, now) => [
    { type: "proposeReschedule", startsAt: Math.max(order.startsAt ?? now, now + facts.policy.lifecycle.scheduledAhead) + DAY },
  ],
  agreeReschedule: plain("agreeReschedule"),
  declineReschedule: plain("declineReschedule"),
  confirmTime: plain("confirmTime"),
  // Nobody named is always possible to a team; who may go is asked of each member (`crewExclusion`).
  assignCrew: (_order, facts) => (facts.candidate?.kind === "team" ? [{ type: "assignCrew", memberIds: [] }] : []),
  depart: plain("depart"),
  arrive: (order) => [{ type: "arrive", position: null, headcount: order.terms.headcount }],
  declareHere: plain("declareHere"),
  allowEarlyStart: plain("allowEarlyStart"),
  start: (order) => [{ type: "start", headcount: order.crewPresent ?? order.terms.headcount }],
  pause: plain("pause"),
  resume: plain("resume"),
  signOfLife: plain("signOfLife"),
  proposeAddOn: () => [{ type: "proposeAddOn", addOnId: previewId, kind: "item", title: previewId, minutes: 0, fen: 100, photoId: null }],
  approveAddOn: (order) =>
    order.addOns.filter((addOn) => addOn.state === "proposed").map((addOn) => ({ type: "approveAddOn", addOnId: addOn.id, paymentId: previewId })),
  declineAddOn: (order) => order.addOns.filter((addOn) => addOn.state === "proposed").map((addOn) => ({ type: "declineAddOn", addOnId: addOn.id })),
  withdrawAddOn: (order) => order.addOns.filter((addOn) => addOn.state === "proposed").map((addOn) => ({ type: "withdrawAddOn", addOnId: addOn.id })),
  finish: (order) => [
    {
      type: "finish",
      reason: "done",
      doneAddOnIds: order.addOns.filter((addOn) => addOn.kind === "item" && addOn.state === "paid").map((addOn) => addOn.id),
    },
  ],
  confirm: plain("confirm"),
  tip: (_order, facts) => [{ type: "tip", fen: facts.policy.lifecycle.tipLeastFen, paymentId: previewId }],
  cancel: () => [{ type: "cancel", reason: "" }],
  askToCancel: () => [{ type: "askToCancel", reason: previewId }],
  reportNoShow: () => [{ type: "reportNoShow", position: null }],
  openDispute: (order, facts, now, actor) => {
    const amountFen = order.state === "disputed" ? 0 : actor.role === "customer" ? dueFen(order, now, facts.policy) : heldFen(order.money);
    return [{ type: "openDispute", amountFen, reason: previewId, evidenceId: previewId, files: [] }];
  },
  addEvidence: () => [{ type: "addEvidence", evidenceId: previewId, textCommitment: previewId, files: [] }],
  askForEvidence: () => [{ type: "askForEvidence", note: previewId }],
  closeEvidence: plain("closeEvidence"),
  assignArbitrator: (order, facts) => [{ type: "assignArbitrator", arbitratorId: chooseArbitrator(order, facts.arbitrators, "load") ?? previewId }],
  decideDispute: (order) => [
    {
      type: "decideDispute",
      decision: { toWorkerFen: 0, toCustomerFen: order.dispute?.heldFen ?? 0, reason: previewId, citedVersions: [1], findings: [] },
    },
  ],
  acceptDecision: plain("acceptDecision"),
  appealDispute: () => [{ type: "appealDispute", reason: previewId }],
  proposeSplit: (order) => [{ type: "proposeSplit", toWorkerFen: 0, toCustomerFen: order.dispute?.heldFen ?? 0 }],
  agreeSplit: plain("agreeSplit"),
  forceCancel: () => [{ type: "forceCancel", reason: previewId, settlement: "full_refund" }],
};

/** Commands the table gives a role in a state, each once. */
function commandsFrom(order: Order, actor: Actor, table: OrderTable): readonly CommandType[] {
  const rows = (Object.values(table) as OrderRow[]).filter((row) => row.from.includes(order.state) && row.by.includes(actor.role));
  return [...new Set(rows.map((row) => row.on))];
}

function subjectOf(command: Command): string | null {
  return "addOnId" in command && command.type !== "proposeAddOn" ? command.addOnId : null;
}

function judged(order: Order, actor: Actor, facts: Facts, now: Instant, table: OrderTable) {
  return commandsFrom(order, actor, table).flatMap((type) =>
    (examples[type]?.(order, facts, now, actor) ?? []).map((example) => ({
      example,
      result: transition(order, actor, example, facts, now, null, table),
    })),
  );
}

/**
 * Everything an actor may do with an order now, each with its consequence. Screens and API both ask it: a button exists
 * because it is here.
 */
export function availableActions(order: Order, actor: Actor, facts: Facts, now: Instant, table: OrderTable = lifecycle): readonly Action[] {
  return judged(order, actor, facts, now, table).flatMap(({ example, result }) =>
    result.ok
      ? [{ command: example.type, subjectId: subjectOf(example), example, consequence: consequenceOf(order, result.value, facts.policy, table) }]
      : [],
  );
}

/** What the state would allow but a guard refuses now, with the reason: screens say from when, or what is missing. */
export function refusedActions(order: Order, actor: Actor, facts: Facts, now: Instant): readonly RefusedAction[] {
  return judged(order, actor, facts, now, lifecycle).flatMap(({ example, result }) =>
    result.ok ? [] : [{ command: example.type, subjectId: subjectOf(example), refusal: result.error }],
  );
}
