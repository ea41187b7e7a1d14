import fc from "fast-check";
import { describe, expect, test } from "vitest";
import vectors from "../../test/vectors/cancellation.json" with { type: "json" };
import { commissionOf } from "../fees/commission.ts";
import { HOUR, MINUTE } from "../kernel/instant.ts";
import { defaultPolicy, type FeePlanId } from "../policy/policy.ts";
import { type CancellableState, type CancellationCase, cancellableStates, cancellationFee, feeBaseFen, splitFee } from "./fee.ts";
import { ladderSteps } from "./ladder.ts";
import { type WaiverFacts, waiverOf } from "./waiver.ts";

const oneHour = { rateFenPerHour: 6_000, authorisedMinutes: 240, headcount: 1 };
const accepted: CancellationCase = { ...oneHour, state: "accepted", secondsSinceAccept: 4_000, secondsUntilOriginalStart: 50_000, waived: false };
const anyCase: fc.Arbitrary<CancellationCase> = fc.record({
  state: fc.constantFrom(...cancellableStates),
  rateFenPerHour: fc.integer({ min: 1, max: 1_000_000 }),
  authorisedMinutes: fc.integer({ min: 1, max: 48 }).map((quarters) => quarters * 15),
  headcount: fc.integer({ min: 1, max: 20 }),
  secondsSinceAccept: fc.constantFrom(0, 299, 300, 301, 4_000),
  secondsUntilOriginalStart: fc.oneof(fc.constantFrom(86_401, 86_400, 86_399, 7_201, 7_200, 7_199, 0), fc.integer({ min: -7_200, max: 200_000 })),
  waived: fc.boolean(),
});

describe("cancellation fee (§5)", () => {
  test.each(vectors)("charges case %#", ({ feeFen, state, ...input }) => {
    expect(cancellationFee({ ...input, state: state as CancellableState }, defaultPolicy).feeFen).toBe(feeFen);
  });

  test.each([
    [86_400, 4_000, "early", 0],
    [86_399, 4_000, "middle", 4_800],
    [7_200, 4_000, "middle", 4_800],
    [7_199, 4_000, "late", 12_000],
    [7_201, 300, "just_accepted", 0],
    [7_201, 300.001, "middle", 4_800],
    [7_200, 0, "middle", 4_800],
    [-1, 0, "late", 12_000],
  ] as const)("%d s before start, %d s after accept: %s, %i fen", (secondsUntilOriginalStart, secondsSinceAccept, row, feeFen) => {
    expect(cancellationFee({ ...accepted, secondsUntilOriginalStart, secondsSinceAccept }, defaultPolicy)).toEqual({ row, feeFen });
  });

  test("a fee never exceeds its base, is 0 when waived, and never falls as the start comes nearer", () => {
    fc.assert(
      fc.property(anyCase, fc.nat(100_000), (input, nearer) => {
        const { feeFen } = cancellationFee(input, defaultPolicy);
        expect(feeFen).toBeLessThanOrEqual(feeBaseFen(input));
        if (input.waived) expect(feeFen).toBe(0);
        const until = input.secondsUntilOriginalStart ?? 0;
        const later = { ...input, secondsUntilOriginalStart: until - nearer, secondsSinceAccept: (input.secondsSinceAccept ?? 0) + nearer };
        expect(cancellationFee(later, defaultPolicy).feeFen).toBeGreaterThanOrEqual(feeFen);
      }),
      { numRuns: 500 },
    );
  });

  test("being cancelled never beats working, and nothing of the fee is lost", () => {
    const plan = fc.constantFrom<FeePlanId>("life", "pro", "flat");
    fc.assert(
      fc.property(anyCase, plan, fc.boolean(), (input, feePlan, certified) => {
        const pinned = { plan: feePlan, certified, level: 3, completedOrders: 30, completedTogetherBefore: 0 };
        const baseFen = feeBaseFen(input);
        const { feeFen } = cancellationFee(input, defaultPolicy);
        const split = splitFee(feeFen, baseFen, pinned, defaultPolicy);
        expect(split.workerFen + split.commissionFen).toBe(feeFen);
        expect(split.workerFen).toBeLessThanOrEqual(commissionOf({ ...pinned, baseFen }, defaultPolicy).workerNetFen);
        expect(split.commissionFen).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("the ladder as a time line (§5)", () => {
  const startsAt = 100 * HOUR;

  test("an order accepted long before: free, then a fifth, then a half", () => {
    const steps = ladderSteps({ ...oneHour, acceptedAt: 10 * HOUR, startsAt, asSoonAsPossible: false }, defaultPolicy);
    expect(steps).toEqual([
      { row: "early", from: null, event: null, feeFen: 0 },
      { row: "middle", from: startsAt - 24 * HOUR + 1, event: null, feeFen: 4_800 },
      { row: "late", from: startsAt - 2 * HOUR + 1, event: null, feeFen: 12_000 },
      { row: "late", from: null, event: "departed", feeFen: 12_000 },
      { row: "arrived", from: null, event: "arrived", feeFen: 12_000 },
    ]);
  });

  test("accepted within a day: five minutes free first; as soon as possible: two", () => {
    const within = ladderSteps({ ...oneHour, acceptedAt: startsAt - 5 * HOUR, startsAt, asSoonAsPossible: false }, defaultPolicy);
    expect(within.map((step) => step.row)).toEqual(["just_accepted", "middle", "late", "late", "arrived"]);
    expect(within[1]?.from).toBe(startsAt - 5 * HOUR + 5 * MINUTE + 1);
    const soon = ladderSteps({ ...oneHour, acceptedAt: startsAt - HOUR, startsAt, asSoonAsPossible: true }, defaultPolicy);
    expect(soon.map((step) => step.row)).toEqual(["waived", "late", "late", "arrived"]);
    expect(soon[1]?.from).toBe(startsAt - HOUR + 2 * MINUTE + 1);
  });

  test("each step says what is charged at any instant within it", () => {
    const anyLadder = fc.record({ sinceAccept: fc.integer({ min: 0, max: 90 * HOUR }), at: fc.integer({ min: 0, max: 120 * HOUR }) });
    fc.assert(
      fc.property(anyLadder, ({ sinceAccept, at }) => {
        const acceptedAt = startsAt - sinceAccept;
        const now = Math.max(at, acceptedAt);
        const steps = ladderSteps({ ...oneHour, acceptedAt, startsAt, asSoonAsPossible: false }, defaultPolicy);
        const step = steps.filter(({ from, event }) => event === null && (from === null || from <= now)).at(-1);
        const charged = cancellationFee(
          { ...accepted, secondsSinceAccept: (now - acceptedAt) / 1_000, secondsUntilOriginalStart: (startsAt - now) / 1_000 },
          defaultPolicy,
        );
        expect(step).toMatchObject(charged);
      }),
      { numRuns: 500 },
    );
  });
});

describe("waivers (§5)", () => {
  const facts: WaiverFacts = {
    acceptedAt: 0,
    workingStart: 10 * HOUR,
    departedAt: null,
    arrivedAt: null,
    askedToCancelUntil: null,
    forceMajeure: false,
    freeToLeave: false,
    asSoonAsPossible: false,
  };

  test.each([
    [{}, 10 * HOUR, null],
    [{}, 10 * HOUR + 30 * MINUTE - 1, null],
    [{}, 10 * HOUR + 30 * MINUTE, "worker_late"],
    [{ arrivedAt: 10 * HOUR + 31 * MINUTE }, 11 * HOUR, "worker_late"],
    [{ arrivedAt: 10 * HOUR }, 13 * HOUR, null],
    [{ askedToCancelUntil: 31 * MINUTE }, 31 * MINUTE - 1, "worker_asked"],
    [{ askedToCancelUntil: 31 * MINUTE }, 31 * MINUTE, null],
    [{ forceMajeure: true }, 5 * HOUR, "force_majeure"],
    [{ freeToLeave: true }, 5 * HOUR, "worker_fault_before"],
    [{ asSoonAsPossible: true }, 2 * MINUTE, "as_soon_as_possible_grace"],
    [{ asSoonAsPossible: true }, 2 * MINUTE + 1, null],
    [{ asSoonAsPossible: true, departedAt: MINUTE }, 2 * MINUTE, null],
  ] as const)("%o at %i: %s", (change, now, waiver) => {
    expect(waiverOf({ ...facts, ...change }, now, defaultPolicy)).toBe(waiver);
  });
});
