import type {
  ActionView,
  EvidenceView,
  MatchingView,
  OrderView,
  PersonCard,
  PhotoView,
  RefusedActionView,
  Side,
  TravelView,
} from "@lingong/contracts";
import {
  type Actor,
  authorisedEnd,
  authorisedMinutes,
  availableActions,
  type Category,
  type CommandType,
  cancellableStates,
  cancellationCaseOf,
  cancellationFee,
  type Facts,
  feeBaseFen,
  heldFen,
  type Instant,
  MINUTE,
  type Order,
  type OrderEvent,
  prepaidFen,
  receiptOf,
  refusedActions,
  splitFee,
  termsHash,
} from "@lingong/domain";
import { executed, moved } from "../../disputes/executed.ts";
import { clocksIfOpened } from "../../disputes/facts.ts";
import { iso } from "../../kernel/iso.ts";
import type { ExactAddress } from "../terms/address.ts";
import { ladderView } from "../terms/ladder.ts";
import { dearestWorker, splitOf } from "../terms/split.ts";
import { addressView } from "./address.ts";
import { categoryRef, scopeView } from "./category.ts";
import { deadlineView } from "./deadline.ts";
import { addOnView, disputeView, paymentView, rescheduleView, timelineOf } from "./parts.ts";
import { billView, serviceView } from "./service.ts";
import { customerSteps, workerSteps } from "./steps.ts";

/** As whom somebody may act on an order, and which of that actor's commands are theirs. */
export interface Hat {
  readonly actor: Actor;
  readonly commands: readonly CommandType[];
}

/** Who looks at an order. */
export interface Viewer {
  readonly side: Side;
  readonly userId: string;
  readonly actor: Actor;
  /** An admin acts by role; absent: as `actor`, with everything it may do. */
  readonly hats?: readonly Hat[];
}

/** What the page needs and the order does not hold. */
export interface Companions {
  readonly facts: Facts;
  readonly events: readonly OrderEvent[];
  readonly address: ExactAddress | null;
  readonly photos: readonly PhotoView[];
  readonly counterpart: PersonCard | null;
  readonly crew: OrderView["crew"];
  readonly travel: TravelView | null;
  readonly matching: MatchingView | null;
  readonly review: OrderView["review"];
  /** Null: not the viewer's to see. */
  readonly evidence: EvidenceView[] | null;
}

/** When the work would end: from its start on, pauses included; before, from the planned start. */
export function expectedEnd(order: Order): Instant | null {
  if (order.service !== null) return order.service.finishedAt ?? authorisedEnd(order, order.service.startedAt);
  const start = order.assignment?.workingStart ?? order.startsAt;
  return start === null ? null : start + authorisedMinutes(order) * MINUTE;
}

function actionsOf(order: Order, viewer: Viewer, facts: Facts, now: Instant): { actions: ActionView[]; refused: RefusedActionView[] } {
  const hidden = new Set(["signOfLife", "edit"]);
  const hats: readonly { actor: Actor; commands: readonly CommandType[] | null }[] = viewer.hats ?? [{ actor: viewer.actor, commands: null }];
  const theirs = (commands: readonly CommandType[] | null) => (action: { command: CommandType }) =>
    !hidden.has(action.command) && (commands === null || commands.includes(action.command));
  return {
    actions: hats
      .flatMap(({ actor, commands }) => availableActions(order, actor, facts, now).filter(theirs(commands)))
      .map(({ command, subjectId, consequence: { next, ...amounts } }) => ({
        command,
        subjectId,
        consequence: { ...amounts, next: next === null ? null : { at: iso(next.at), what: next.what } },
      })),
    refused: hats
      .flatMap(({ actor, commands }) => refusedActions(order, actor, facts, now).filter(theirs(commands)))
      .map(({ command, subjectId, refusal }) => ({ command, subjectId, code: refusal.code, details: refusal.details ?? null })),
  };
}

/** The ladder and where it stands now; null where the customer can no longer cancel (§5). */
function cancellationOf(order: Order, facts: Facts, now: Instant): OrderView["cancellation"] {
  if (!(cancellableStates as readonly string[]).includes(order.state) && order.state !== "draft") return null;
  const commission = order.assignment?.pinned ?? { ...dearestWorker, plan: order.terms.plan };
  const steps = ladderView(
    {
      rateFenPerHour: order.rateFenPerHour,
      authorisedMinutes: order.terms.bookedMinutes,
      headcount: order.terms.headcount,
      acceptedAt: order.assignment?.acceptedAt ?? null,
      startsAt: order.startsAt,
      asSoonAsPossible: order.terms.startsAt === null,
    },
    commission,
    facts.policy,
  );
  if (order.state === "draft") return { steps, nowFeeFen: 0, nowWorkerFen: 0, waived: null };
  const { feeFen, row } = cancellationFee(cancellationCaseOf({ order, facts, now }), facts.policy);
  const { workerFen } = splitFee(
    feeFen,
    feeBaseFen({ rateFenPerHour: order.rateFenPerHour, authorisedMinutes: order.terms.bookedMinutes, headcount: order.terms.headcount }),
    commission,
    facts.policy,
  );
  return { steps, nowFeeFen: feeFen, nowWorkerFen: workerFen, waived: row === "waived" ? row : null };
}

function moneyOf(order: Order): OrderView["money"] {
  const { capturedFen, refundedFen, releasedFen, commissionFen } = order.money;
  return { prepaidFen: capturedFen, heldFen: heldFen(order.money), refundedFen, workerNetFen: releasedFen, commissionFen };
}

/** How the booked price splits: on the pinned facts once there is a worker. */
function splitNow(order: Order, facts: Facts): OrderView["split"] {
  const price = { plan: order.terms.plan, baseFen: prepaidFen(order) - order.terms.travelFen, travelFen: order.terms.travelFen };
  return order.assignment === null ? null : splitOf(price, order.assignment.pinned, facts.policy);
}

export function termsViewOf(order: Order, category: Category, photos: ReadonlyMap<string, PhotoView>): OrderView["terms"] {
  const { terms } = order;
  return {
    pricing: terms.pricing,
    scope: scopeView(category, terms.scope),
    note: terms.note,
    tags: [...terms.tags],
    photos: terms.photoIds.flatMap((id) => photos.get(id) ?? []),
    bookedMinutes: terms.bookedMinutes,
    minimumMinutes: terms.minimumMinutes,
    headcount: terms.headcount,
    rateFenPerHour: order.rateFenPerHour,
    travelFen: terms.travelFen,
    rematchAfterFault: terms.rematchAfterFault,
    direct: terms.direct,
    regularsFirst: terms.regularsFirst,
    termsHash: termsHash(terms),
    signed: order.signedTermsHash !== null,
  };
}

/** What a decision pays when it stands: the machine itself, run dry. */
function outcomeOf(order: Order, facts: Facts): NonNullable<OrderView["dispute"]>["outcome"] {
  return order.state === "disputed" && order.dispute?.state === "decided" ? moved(order, executed(order, facts).order) : null;
}

type Head = Pick<
  OrderView,
  "id" | "code" | "version" | "side" | "state" | "since" | "createdAt" | "cityId" | "zone" | "category" | "endCause" | "endedAt"
>;

function headOf(order: Order, { side }: Viewer, category: Category): Head {
  return {
    id: order.id,
    code: codeOf(order.id),
    version: order.version,
    side,
    state: order.state,
    since: iso(order.since),
    createdAt: iso(order.createdAt),
    cityId: order.cityId,
    zone: order.zone,
    category: categoryRef(category),
    endCause: order.endCause,
    endedAt: iso(order.endedAt),
  };
}

function insuranceOf(order: Order): OrderView["insurance"] {
  const insurance = order.insurance.at(-1);
  if (insurance === undefined) return null;
  return { tier: insurance.tier, coverFen: insurance.coverFen, from: iso(insurance.from), to: iso(insurance.to) };
}

/** One order as one side sees it now: every figure of its pages, from the same functions that charge. */
export function orderViewOf(order: Order, viewer: Viewer, companions: Companions, now: Instant): OrderView {
  const { facts, photos, travel } = companions;
  const photosById = new Map(photos.map((photo) => [photo.id, photo]));
  const endsAt = expectedEnd(order);
  const actions = actionsOf(order, viewer, facts, now);
  const forecast = { arrivesAt: travel === null ? null : Date.parse(travel.arrivesAt), endsAt };
  return {
    ...headOf(order, viewer, facts.category),
    terms: termsViewOf(order, facts.category, photosById),
    startsAt: iso(order.startsAt),
    workingStart: iso(order.assignment?.workingStart ?? null),
    endsAt: iso(endsAt),
    authorisedMinutes: authorisedMinutes(order),
    steps: viewer.side === "worker" ? workerSteps(order, forecast) : customerSteps(order, forecast),
    deadline: deadlineView(order, facts.policy),
    ...actions,
    counterpart: companions.counterpart,
    address: addressView(order, companions.address, viewer, now, facts.policy),
    travel,
    matching: companions.matching,
    addOns: order.addOns.map((addOn) => addOnView(addOn, endsAt, photosById)),
    payments: viewer.side === "worker" ? [] : order.payments.map(paymentView),
    money: moneyOf(order),
    refunds: receiptOf(order).refunded.map((line) => ({ ...line })),
    split: splitNow(order, facts),
    service: serviceView(order, now, facts.policy),
    bill: billView(order, now, facts.policy),
    cancellation: cancellationOf(order, facts, now),
    reschedule: rescheduleView(order.rescheduleProposal),
    dispute: disputeView(order.dispute, companions.evidence, outcomeOf(order, facts)),
    disputeClocks: actions.actions.some(({ command }) => command === "openDispute") ? clocksIfOpened(order, now, facts.policy) : null,
    insurance: insuranceOf(order),
    contractHash: order.assignment?.contractHash ?? null,
    timeConfirmedBy: [...(order.assignment?.timeConfirmedBy ?? [])],
    crew: [...companions.crew],
    customerHereAt: iso(order.customerHereAt),
    photos: [...photos],
    review: companions.review,
    timeline: timelineOf(companions.events, facts.policy),
  };
}

/** What a person reads aloud to support: the last eight characters, in two groups. */
export function codeOf(orderId: string): string {
  const tail = orderId.replaceAll("-", "").slice(-8).toUpperCase();
  return `${tail.slice(0, 4)}-${tail.slice(4)}`;
}
