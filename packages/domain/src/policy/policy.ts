import { DAY, type Duration, HOUR, MINUTE, SECOND } from "../kernel/instant.ts";
import type { BasisPoints, Fen } from "../kernel/money.ts";
import { dispatchNumbers } from "./dispatch-numbers.ts";
import { lifecycleNumbers } from "./lifecycle-numbers.ts";

export type FeePlanId = "life" | "pro" | "flat";

/** A marginal bracket: `rate` applies to the part of the base above the previous bracket's end and up to `upToFen` (null: no end). */
export interface Bracket {
  readonly upToFen: Fen | null;
  readonly rate: BasisPoints;
}

/** Points off every bracket from a number of completed orders on. */
export interface VolumeDiscount {
  readonly fromCompletedOrders: number;
  readonly points: BasisPoints;
}

export type FeePlan =
  | {
      readonly kind: "graded";
      readonly base: BasisPoints;
      readonly certified: BasisPoints;
      readonly certifiedAndLevel: BasisPoints;
      readonly fromLevel: number;
      readonly lowest: BasisPoints;
    }
  | { readonly kind: "marginal"; readonly brackets: readonly Bracket[]; readonly discounts: readonly VolumeDiscount[]; readonly lowest: BasisPoints }
  | { readonly kind: "flat"; readonly rate: BasisPoints; readonly lowest: BasisPoints };

/** The rates a plan may be given. */
export interface RateRange {
  readonly least: BasisPoints;
  readonly most: BasisPoints;
}

/** One row of the cancellation ladder (§5): a share of the fee base between a least and a most number of hours. */
export interface CancellationRow {
  readonly share: BasisPoints;
  readonly atLeastHalfHours: number;
  readonly atMostHalfHours: number | null;
}

/**
 * Every number of the rule book in one versioned, frozen value. It is passed in wherever a rule needs it; an order pins
 * `version` and hash at accept. A city or a category overrides by data, never by code.
 */
export const defaultPolicy = {
  version: "2026-11-01",
  /** §2 The order lifecycle. */
  lifecycle: lifecycleNumbers,
  /** §3 Time billed. */
  billing: { blockMinutes: 15, graceMinutes: 7 },
  /** §4 Fee plans and the withdrawal fee. */
  fees: {
    plans: {
      life: { kind: "graded", base: 1_800, certified: 1_600, certifiedAndLevel: 1_500, fromLevel: 4, lowest: 1_500 },
      pro: {
        kind: "marginal",
        brackets: [
          { upToFen: 50_000, rate: 2_000 },
          { upToFen: 200_000, rate: 1_700 },
          { upToFen: null, rate: 1_400 },
        ],
        discounts: [
          { fromCompletedOrders: 20, points: 200 },
          { fromCompletedOrders: 50, points: 400 },
          { fromCompletedOrders: 200, points: 600 },
        ],
        lowest: 1_200,
      },
      flat: { kind: "flat", rate: 1_500, lowest: 1_500 },
    } satisfies Record<FeePlanId, FeePlan>,
    regularDiscount: 100,
    regularFromCompletedTogether: 1,
    travelShareOfBase: 2_000,
    travelMostFen: 5_000,
    withdrawalRate: 100,
    withdrawalLeastFeeFen: 1,
    withdrawalLeastFen: 100,
    withdrawalsADay: 3,
    /** Within which rates admins may set the plans (§4), and how a change of them comes into force (§10). */
    changes: {
      ranges: {
        life: { least: 1_500, most: 1_800 },
        pro: { least: 1_200, most: 2_000 },
        flat: { least: 1_500, most: 1_500 },
      } satisfies Record<FeePlanId, RateRange>,
      bracketsAtMost: 6,
      discountsAtMost: 6,
      /** Longer than any process remembers which plans are in force: nobody charges by a plan that was withdrawn. */
      withdrawnBefore: 5 * MINUTE,
      announcedAhead: 14 * DAY,
      aheadAtMost: 366 * DAY,
    },
  },
  /** §5 The cancellation ladder. */
  cancellation: {
    graceAfterAccept: 5 * MINUTE,
    graceWhenStartBeyond: 2 * HOUR,
    freeFrom: 24 * HOUR,
    lateUnder: 2 * HOUR,
    middle: { share: 2_000, atLeastHalfHours: 1, atMostHalfHours: 2 } satisfies CancellationRow,
    late: { share: 5_000, atLeastHalfHours: 2, atMostHalfHours: null } satisfies CancellationRow,
    arrived: { share: 5_000, atLeastHalfHours: 2, atMostHalfHours: null } satisfies CancellationRow,
    waivedWhenLateBy: 30 * MINUTE,
    asSoonAsPossibleGrace: 2 * MINUTE,
    faultsPause: { count: 3, within: 30 * DAY, pause: 24 * HOUR, noShowCounts: 2 },
    flaggedSecondAfterArrivalWithin: 90 * DAY,
  },
  /** §6 Dispatch. */
  dispatch: dispatchNumbers,
  /** §7 Prices. */
  prices: {
    quoteFloorShare: 8_000,
    countersAtMost: 3,
    marketWindow: 90 * DAY,
    marketSamplesLeast: 5,
    newcomerHintFrom: 500,
    newcomerHintTo: 1_000,
    priceWarShare: 7_000,
    priceWarInARow: 3,
    /** A suggested rate is rounded up to whole yuan. */
    suggestedStepFen: 100,
  },
  /** §8 Reviews, standing, disputes. */
  reputation: {
    reviewWindow: 14 * DAY,
    replyWithin: 30 * DAY,
    amendWithin: 30 * DAY,
    priorRating: 46_000,
    priorWeight: 20,
    halfLifeDays: 180,
    onTimeSlack: 5 * MINUTE,
    /** z of the Wilson lower bound, in hundredths: 1.96. */
    wilsonHundredths: 196,
    weights: { rating: 500, onTime: 200, completion: 200, streak: 100, streakMost: 50 },
    levels: [
      { level: 2, completed: 5, standing: 550 },
      { level: 3, completed: 20, standing: 650 },
      { level: 4, completed: 60, standing: 750 },
      { level: 5, completed: 150, standing: 820 },
    ],
    levelFallsAfter: 7 * DAY,
    /** A customer's standing: stars received, orders not cancelled, disputes not lost, reviews given that are not bad. */
    customerWeights: { rating: 400, kept: 300, disputes: 150, fairness: 150 },
  },
  disputes: {
    evidence: 48 * HOUR,
    decidingWorkingDays: 3,
    decidingWorkingDaysMost: 5,
    decided: 48 * HOUR,
    appealWorkingDays: 5,
    arbitratorsLeast: 3,
    /** Those whose turn it is are reminded so long before a clock of the dispute ends. */
    remindBefore: 12 * HOUR,
    /** How long both sides may add what an arbitrator asks for. */
    moreEvidence: 24 * HOUR,
    evidencePerSideMost: 20,
    /** An arbitrator who decided about a party so lately comes after the others. */
    decidedRecently: 90 * DAY,
    /** What the record moves in a proposed split, as shares of the disputed amount. */
    proposal: { finishPhotosMissing: 3_000, oneSidedEvidence: 2_000 },
  },
  /** §9 Identity and access. */
  access: {
    codeLives: 5 * MINUTE,
    codeResend: 60 * SECOND,
    codeTries: 5,
    codesADay: 10,
    passwordLeast: 8,
    ageLeast: 18,
    addressBlurMetres: 500,
    addressKeptAfterEnd: 24 * HOUR,
  },
  /** §9 What the two sides of an order write to each other. */
  chat: {
    /** As long as tips and reviews are open; what was called off leaves a day for what is left to say. */
    writableAfter: { done: 14 * DAY, calledOff: DAY },
    messagesMost: 1_000,
    /** A worker who writes is at work: signs of life closer together than this are one. */
    signOfLifeEvery: MINUTE,
  },
  /** §10 Safety and insurance. */
  insurance: {
    coverFen: 10_000_000,
    premiumFen: 100,
    tiers: { life: "basic", flat: "medium", pro: "full" },
    /** How long after the end of the cover a claim may be submitted. */
    claimWithin: 30 * DAY,
    /** Within how long somebody should have decided: what the queue counts down. */
    claimAnswerWithin: 7 * DAY,
    claimFilesMost: 10,
  },
} as const;

type Widen<Value> = Value extends number
  ? number
  : Value extends boolean
    ? boolean
    : Value extends readonly (infer Item)[]
      ? readonly Widen<Item>[]
      : Value extends object
        ? { readonly [Key in keyof Value]: Widen<Value[Key]> }
        : Value extends string
          ? string
          : Value;

/** The shape of a policy: another value of it may be passed to any rule (fee lab, what-if, tests). */
export type Policy = Omit<Widen<typeof defaultPolicy>, "fees"> & {
  readonly fees: Omit<Widen<typeof defaultPolicy.fees>, "plans"> & { readonly plans: Readonly<Record<FeePlanId, FeePlan>> };
};

export type { Duration };
