import { orderStates } from "@lingong/domain";
import { z } from "zod";
import { billView, paymentView, refundLine, serviceView } from "./bill-view.ts";
import { bilingual, details, fenOut, id, instant, positionOut, slug } from "./common.ts";
import { disputeClocks, disputeView } from "./dispute-view.ts";
import { ladderStep, splitView } from "./order-terms.ts";
import { personCard } from "./people.ts";
import { photoView } from "./photos.ts";

export const orderState = z.enum(orderStates);
export const side = z.enum(["customer", "worker", "admin"]);

export const categoryRef = z.object({ id: slug, name: bilingual, icon: z.string(), mode: z.enum(["on_site", "remote"]) });

/** A countdown and what happens at its end. `what` is a key of the message catalogue. */
export const deadlineView = z.object({ at: instant, what: z.string() });

/** What an action would do if taken now: computed by the transition itself, run dry. */
export const consequenceView = z.object({
  to: orderState,
  /** The customer is asked to pay this for it. */
  paysFen: fenOut,
  workerReceivesFen: fenOut,
  commissionFen: fenOut,
  refundFen: fenOut,
  /** What stays in escrow. */
  heldFen: fenOut,
  /** The clock that runs afterwards. */
  next: deadlineView.nullable(),
});

/** Something this person may do now; `subjectId` names the add-on it is about. */
export const actionView = z.object({ command: z.string(), subjectId: z.string().nullable(), consequence: consequenceView });

/** Something the state would allow and a rule refuses now: why, and in the details from when. */
export const refusedActionView = z.object({ command: z.string(), subjectId: z.string().nullable(), code: z.string(), details: details.nullable() });

export const stepView = z.object({
  key: z.string(),
  state: z.enum(["done", "current", "ahead"]),
  at: instant.nullable(),
  /** Whether `at` is a forecast. */
  expected: z.boolean(),
});

export const addressView = z.object({
  visibility: z.enum(["exact", "district"]),
  district: z.string(),
  line: z.string().nullable(),
  accessNotes: z.string().nullable(),
  /** Exact, or blurred to about 500 m. */
  position: positionOut,
  radiusMetres: z.int(),
});

export const travelView = z.object({
  position: positionOut,
  /** Where the work is, exactly: both sides know it while the worker travels. */
  destination: positionOut,
  at: instant,
  distanceMetres: z.int(),
  travelMinutes: z.int(),
  arrivesAt: instant,
  mode: z.enum(["ebike", "car", "transit"]),
});

export const addOnView = z.object({
  id,
  kind: z.enum(["time", "item"]),
  title: z.string(),
  minutes: z.int(),
  fen: fenOut,
  by: z.enum(["customer", "worker"]),
  state: z.enum(["proposed", "approved", "paid", "declined", "withdrawn", "expired", "void", "done", "not_done"]),
  /** What it waits for: an answer, its payment, or word at the finish whether it was done; null: nothing. */
  awaits: z.enum(["answer", "payment", "finish"]).nullable(),
  proposedAt: instant,
  expiresAt: instant.nullable(),
  paymentId: id.nullable(),
  photo: photoView.nullable(),
  /** When the work would end with it. */
  endsAt: instant.nullable(),
});

export const timelineEvent = z.object({
  version: z.int(),
  at: instant,
  by: z.enum(["customer", "worker", "payment_provider", "timer", "admin", "arbitrator"]),
  command: z.string(),
  /** Of a time-out: the timed row of the lifecycle that fired. */
  timer: z.string().nullable(),
  from: orderState.nullable(),
  to: orderState,
  details: details.nullable(),
});

export const matchingView = z.object({
  /** The worker who alone is being asked: booked directly, or a regular asked first. Null: nobody has it to themselves. */
  exclusive: z.object({ workerId: id, name: z.string(), kind: z.enum(["direct", "regular"]), until: instant }).nullable(),
  /** Workers asked so far in this round, and offers open now. */
  asked: z.int(),
  openOffers: z.int(),
  wave: z.int(),
  inHall: z.boolean(),
  round: z.int(),
});

export const rescheduleView = z.object({ by: z.enum(["customer", "worker"]), startsAt: instant, proposedAt: instant, expiresAt: instant });

export const termsView = z.object({
  pricing: z.enum(["fixed", "quotes"]),
  scope: z.array(z.object({ key: z.string(), label: bilingual, value: z.union([z.number(), z.string(), z.array(z.string())]), text: bilingual })),
  note: z.string(),
  tags: z.array(slug),
  photos: z.array(photoView),
  bookedMinutes: z.int(),
  minimumMinutes: z.int(),
  headcount: z.int(),
  rateFenPerHour: fenOut,
  travelFen: fenOut,
  rematchAfterFault: z.boolean(),
  direct: z.object({ workerId: id, ifRefused: z.enum(["open", "refund"]) }).nullable(),
  regularsFirst: z.boolean(),
  termsHash: z.string(),
  signed: z.boolean(),
});

/** One order as one side sees it: everything its pages need. */
export const orderView = z.object({
  id,
  /** What a person reads to support. */
  code: z.string(),
  version: z.int(),
  side,
  state: orderState,
  since: instant,
  createdAt: instant,
  cityId: slug,
  zone: z.string(),
  category: categoryRef,
  terms: termsView,
  startsAt: instant.nullable(),
  workingStart: instant.nullable(),
  /** The authorised end: forecast before the start of work. */
  endsAt: instant.nullable(),
  authorisedMinutes: z.int(),
  steps: z.array(stepView),
  deadline: deadlineView.nullable(),
  actions: z.array(actionView),
  refused: z.array(refusedActionView),
  counterpart: personCard.nullable(),
  address: addressView.nullable(),
  travel: travelView.nullable(),
  matching: matchingView.nullable(),
  addOns: z.array(addOnView),
  payments: z.array(paymentView),
  money: z.object({ prepaidFen: fenOut, heldFen: fenOut, refundedFen: fenOut, workerNetFen: fenOut, commissionFen: fenOut }),
  /** What came back, line by line; their sum is `money.refundedFen`. */
  refunds: z.array(refundLine),
  split: splitView.nullable(),
  service: serviceView.nullable(),
  bill: billView.nullable(),
  /** Cancelling by the customer: the steps, and which one holds now. */
  cancellation: z.object({ steps: z.array(ladderStep), nowFeeFen: fenOut, nowWorkerFen: fenOut, waived: z.string().nullable() }).nullable(),
  reschedule: rescheduleView.nullable(),
  dispute: disputeView.nullable(),
  /** There while this person may open a dispute. */
  disputeClocks: disputeClocks.nullable(),
  insurance: z.object({ tier: z.enum(["basic", "medium", "full"]), coverFen: fenOut, from: instant, to: instant.nullable() }).nullable(),
  contractHash: z.string().nullable(),
  timeConfirmedBy: z.array(z.enum(["customer", "worker"])),
  /** Who of a team goes, by name; empty: the team has named nobody. */
  crew: z.array(z.object({ id, name: z.string() })),
  customerHereAt: instant.nullable(),
  photos: z.array(photoView),
  review: z.object({ windowClosesAt: instant, mineGiven: z.boolean(), theirsGiven: z.boolean(), visible: z.boolean() }).nullable(),
  timeline: z.array(timelineEvent),
  endCause: z.string().nullable(),
  endedAt: instant.nullable(),
});

export type OrderStateView = z.infer<typeof orderState>;
export type Side = z.infer<typeof side>;
export type CategoryRef = z.infer<typeof categoryRef>;
export type DeadlineView = z.infer<typeof deadlineView>;
export type ConsequenceView = z.infer<typeof consequenceView>;
export type ActionView = z.infer<typeof actionView>;
export type RefusedActionView = z.infer<typeof refusedActionView>;
export type StepView = z.infer<typeof stepView>;
export type AddressView = z.infer<typeof addressView>;
export type TravelView = z.infer<typeof travelView>;
export type AddOnView = z.infer<typeof addOnView>;
export type TimelineEvent = z.infer<typeof timelineEvent>;
export type MatchingView = z.infer<typeof matchingView>;
export type RescheduleView = z.infer<typeof rescheduleView>;
export type TermsView = z.infer<typeof termsView>;
export type OrderView = z.infer<typeof orderView>;
