import { type Category, type CommandType, HOUR, type Instant, MINUTE, type Terms } from "@lingong/domain";
import { sampleCategory, sampleMorning, sampleTerms } from "@lingong/domain/samples";

/** The start of time. */
export const beginning: Instant = sampleMorning;

export type Prelude = readonly (readonly [command: CommandType, at: Instant])[];

/** A kind of order to explore, with the instants at which people act; timers add their own. */
export interface Scenario {
  readonly name: string;
  readonly terms: Terms;
  readonly category: Category;
  /** Commands taken before the exploration begins, each at its instant. */
  readonly prelude: Prelude;
  readonly grid: readonly Instant[];
  /** How much of each may happen on one path: the bound of the exploration. */
  readonly bounds: { readonly payments: number; readonly addOns: number; readonly assignments: number; readonly versions: number };
}

export const onSite: Category = { ...sampleCategory, minimumMinutes: 60, usualMinutes: 120 };
export const remote: Category = { ...onSite, id: "programming", mode: "remote", plan: "pro", minimumMinutes: 30 };

const start = beginning + 4 * HOUR;
const after = (...minutes: readonly number[]): readonly Instant[] => minutes.map((minute) => start + minute * MINUTE);

const terms: Terms = { ...sampleTerms, startsAt: start, bookedMinutes: 120, minimumMinutes: 60, rateFenPerHour: 4_999, travelFen: 1_500 };
const remoteTerms: Terms = {
  ...terms,
  categoryId: remote.id,
  mode: "remote",
  plan: "pro",
  minimumMinutes: 30,
  place: null,
  travelFen: 0,
  bookedMinutes: 90,
  rateFenPerHour: 33_333,
};

const bounds = { payments: 3, addOns: 1, assignments: 1, versions: 14 };
const lean = { payments: 2, addOns: 0, assignments: 1, versions: 16 };
const usual = [beginning + 6 * MINUTE, ...after(-121, -60, -12, 0, 35, 128)];
const fromStart = (...minutes: readonly number[]): readonly Instant[] => minutes.map((minute) => beginning + minute * MINUTE);

/** Ways to a later state, so that the far end of the table is explored as thoroughly as its beginning. */
const toAccepted: Prelude = [
  ["place", beginning],
  ["capturePayment", beginning],
  ["accept", beginning],
];
const toArrived: Prelude = [...toAccepted, ["depart", start - 60 * MINUTE], ["arrive", start - 12 * MINUTE]];
const toWork: Prelude = [...toArrived, ["start", start]];
const toFinished: Prelude = [...toWork, ["finish", start + 67 * MINUTE]];
const toDisputed: Prelude = [...toFinished, ["openDispute", start + 70 * MINUTE]];
const toEvidenceReminded: Prelude = [...toDisputed, ["timeOut", start + 70 * MINUTE + 36 * HOUR]];
const toDeciding: Prelude = [...toDisputed, ["closeEvidence", start + 80 * MINUTE]];
const toDecided: Prelude = [...toDeciding, ["decideDispute", start + 95 * MINUTE]];
const toAppealed: Prelude = [...toDecided, ["appealDispute", start + 96 * MINUTE]];
const toSigned: Prelude = [...toDecided, ["acceptDecision", start + 96 * MINUTE]];
const toCompleted: Prelude = [...toFinished, ["confirm", start + 70 * MINUTE]];
const halfway = start + 67 * MINUTE + 24 * HOUR;
const toReminded: Prelude = [...toFinished, ["timeOut", halfway], ["timeOut", halfway + 20 * HOUR]];
const toEnRoute: Prelude = [...toAccepted, ["depart", start - 60 * MINUTE]];
const toEarlyDoor: Prelude = [...toEnRoute, ["arrive", start - 40 * MINUTE]];
const toRescheduled: Prelude = [...toAccepted, ["proposeReschedule", beginning], ["agreeReschedule", beginning + MINUTE]];
const toRescheduledTwice: Prelude = [...toRescheduled, ["proposeReschedule", beginning + 2 * MINUTE], ["agreeReschedule", beginning + 3 * MINUTE]];
const toLongPause: Prelude = [...toWork, ["pause", start + 5 * MINUTE], ["resume", start + 124 * MINUTE], ["pause", start + 126 * MINUTE]];
const toRemoteWork: Prelude = [...toAccepted, ["start", start]];

/** The kinds of order that take different ways through the table, and the places to begin from. */
export const scenarios: readonly Scenario[] = [
  { name: "scheduled", terms, category: onSite, prelude: [], grid: usual, bounds },
  { name: "refunded after a fault", terms: { ...terms, rematchAfterFault: false }, category: onSite, prelude: [], grid: usual, bounds: lean },
  {
    name: "as soon as possible",
    terms: { ...terms, startsAt: null, travelFen: 0 },
    category: onSite,
    prelude: [],
    grid: fromStart(1, 3, 16, 45, 90, 150),
    bounds: lean,
  },
  {
    name: "days ahead",
    terms: { ...terms, startsAt: beginning + 30 * HOUR },
    category: onSite,
    prelude: [],
    grid: fromStart(4, 60, 7 * 60, 27 * 60, 29 * 60, 30 * 60),
    bounds: lean,
  },
  { name: "team", terms: { ...terms, headcount: 2 }, category: onSite, prelude: toAccepted, grid: after(-60, -12, 0, 67), bounds: lean },
  { name: "remote", terms: remoteTerms, category: remote, prelude: [], grid: after(-60, -12, 40, 100), bounds: lean },
  { name: "remote at work", terms: remoteTerms, category: remote, prelude: toRemoteWork, grid: after(40, 100), bounds },
  {
    name: "quotes",
    terms: { ...terms, pricing: "quotes", startsAt: beginning + 5 * HOUR, rateFenPerHour: 0, travelFen: 0 },
    category: onSite,
    prelude: [],
    grid: fromStart(10, 170, 4 * 60 + 30),
    bounds: lean,
  },
  {
    name: "direct, else open",
    terms: { ...terms, direct: { workerId: "worker-1", ifRefused: "open" } },
    category: onSite,
    prelude: [],
    grid: after(-121, -30),
    bounds: lean,
  },
  {
    name: "direct, else refunded",
    terms: { ...terms, direct: { workerId: "worker-1", ifRefused: "refund" } },
    category: onSite,
    prelude: [],
    grid: after(-121, -30),
    bounds: lean,
  },
  { name: "no time to confirm", terms, category: onSite, prelude: toAccepted, grid: after(-60, 31, 61), bounds: lean },
  { name: "on the way", terms, category: onSite, prelude: toEnRoute, grid: after(0, 30, 31), bounds: lean },
  {
    name: "on the way, refunded after a fault",
    terms: { ...terms, rematchAfterFault: false },
    category: onSite,
    prelude: toEnRoute,
    grid: after(0, 31),
    bounds: lean,
  },
  { name: "extra work on the way", terms, category: onSite, prelude: toEnRoute, grid: after(31), bounds: { ...lean, addOns: 1 } },
  { name: "extra work, never departed", terms, category: onSite, prelude: toAccepted, grid: after(10), bounds: { ...lean, addOns: 1 } },
  { name: "extra work at a closed door", terms, category: onSite, prelude: toArrived, grid: after(15, 230), bounds: { ...lean, addOns: 1 } },
  { name: "extra work and nobody ends it", terms, category: onSite, prelude: toWork, grid: after(350), bounds: { ...lean, addOns: 1 } },
  {
    name: "accepted, refunded after a fault",
    terms: { ...terms, rematchAfterFault: false },
    category: onSite,
    prelude: toAccepted,
    grid: after(0),
    bounds: lean,
  },
  { name: "early at the door", terms, category: onSite, prelude: toEarlyDoor, grid: after(-20), bounds: lean },
  { name: "rescheduled", terms, category: onSite, prelude: toRescheduled, grid: fromStart(60, 200), bounds: lean },
  { name: "rescheduled twice", terms, category: onSite, prelude: toRescheduledTwice, grid: fromStart(60), bounds: lean },
  { name: "paused for long", terms, category: onSite, prelude: toLongPause, grid: after(126 + 1, 126 + 3), bounds: { ...lean, addOns: 1 } },
  { name: "reminded", terms, category: onSite, prelude: toReminded, grid: [], bounds: lean },
  {
    name: "completed",
    terms,
    category: onSite,
    prelude: toCompleted,
    grid: [start + 70 * MINUTE + 14 * 24 * HOUR - 1, start + 70 * MINUTE + 14 * 24 * HOUR],
    bounds,
  },
  { name: "decided", terms, category: onSite, prelude: toDecided, grid: after(100), bounds: { ...bounds, versions: 20 } },
  { name: "accepted by one side", terms, category: onSite, prelude: toSigned, grid: after(100), bounds: { ...bounds, versions: 20 } },
  { name: "appealed", terms, category: onSite, prelude: toAppealed, grid: after(100), bounds: { ...bounds, versions: 20 } },
  { name: "at the door", terms, category: onSite, prelude: toArrived, grid: after(0, 31), bounds },
  { name: "at work", terms, category: onSite, prelude: toWork, grid: after(9, 67, 128), bounds },
  { name: "finished", terms, category: onSite, prelude: toFinished, grid: after(100), bounds },
  { name: "disputed", terms, category: onSite, prelude: toDisputed, grid: after(100, 200), bounds },
  { name: "disputed, reminded of the evidence", terms, category: onSite, prelude: toEvidenceReminded, grid: [], bounds },
  { name: "deciding", terms, category: onSite, prelude: toDeciding, grid: after(100, 200), bounds: { ...bounds, versions: 18 } },
];
