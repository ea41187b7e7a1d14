import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { calculate } from "./calculate.ts";
import { calculators } from "./calculators.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const run = (words: readonly string[], input = "") => spawnSync(process.execPath, [main, ...words], { input, encoding: "utf8" });
const compute = (kind: string, cases: readonly unknown[]) => calculate(kind, JSON.stringify(cases));

/** A worked case of each kind, from the rule book: inputs, then outputs. */
const examples: Readonly<Record<string, readonly [object, object]>> = {
  billing: [
    { workedMinutes: 68, minimumMinutes: 60, authorisedMinutes: 210, rateFenPerHour: 3_333, headcount: 1 },
    { billedMinutes: 75, amountFen: 4_166 },
  ],
  commission: [
    { plan: "pro", baseFen: 200_001, certified: true, level: 1, completedOrders: 19, completedTogetherBefore: 1 },
    { commissionFen: 33_500, workerNetFen: 166_501 },
  ],
  withdrawal: [{ amountFen: 150 }, { feeFen: 2 }],
  cancellation: [
    {
      state: "accepted",
      rateFenPerHour: 6_000,
      authorisedMinutes: 240,
      headcount: 1,
      secondsSinceAccept: 0,
      secondsUntilOriginalStart: 7_200,
      waived: false,
    },
    { feeFen: 4_800 },
  ],
  standing: [
    { reviews: [{ stars: 5, ageDays: 66 }], onTime: { good: 15, of: 17 }, completion: { good: 17, of: 17 }, streak: 69, completedOrders: 17 },
    { rating10000: 46_149, onTime10000: 6_566, completion10000: 8_156, standing: 845, level: 2 },
  ],
  identity: [{ idNumber: "11010519491231002X" }, { valid: true }],
  card: [{ number: "6225760008219524" }, { valid: true }],
};

describe("the rule calculator", () => {
  test.each(Object.keys(calculators))("computes %s, outputs alone, in the order of the cases", (kind) => {
    const [input, output] = examples[kind] ?? [{}, {}];
    expect(compute(kind, [input, { ...input, ...output, note: "ignored" }])).toEqual([output, output]);
    expect(compute(kind, [])).toEqual([]);
  });

  test("judges an age by the day it is given", () => {
    expect(compute("identity", [{ idNumber: "11010519491231002X", today: "1967-12-30" }])).toEqual([{ valid: false }]);
    expect(compute("identity", [{ idNumber: "11010519491231002X", today: "1967-12-31" }])).toEqual([{ valid: true }]);
  });

  test.each([
    ["billing", { ...examples.billing?.[0], workedMinutes: -1 }, /case 1: workedMinutes/],
    ["billing", { ...examples.billing?.[0], rateFenPerHour: 0.5 }, /case 1: rateFenPerHour/],
    ["billing", { ...examples.billing?.[0], rateFenPerHour: Number.MAX_SAFE_INTEGER, headcount: 1_000 }, /larger than/],
    ["commission", { ...examples.commission?.[0], plan: "gold" }, /case 1: plan/],
    ["commission", {}, /case 1: plan/],
    ["withdrawal", { amountFen: "100" }, /case 1: amountFen/],
    ["cancellation", { ...examples.cancellation?.[0], state: "completed" }, /case 1: state/],
    ["cancellation", { ...examples.cancellation?.[0], secondsSinceAccept: null }, /accepted order has/],
    ["standing", { ...examples.standing?.[0], onTime: { good: 2, of: 1 } }, /good is more than of/],
    ["identity", { idNumber: 11010519491231 }, /case 1: idNumber/],
    ["card", null, /case 1/],
  ])("refuses a bad %s case %#", (kind, value, message) => {
    expect(() => compute(kind, [value])).toThrow(message);
  });

  test("names the case that is wrong", () => {
    expect(() => compute("withdrawal", [{ amountFen: 100 }, { amountFen: 0 }])).toThrow(/case 2: amountFen/);
  });
});

describe("the command", () => {
  test("prints a JSON array and exits 0", () => {
    const { stdout, stderr, status } = run(["rules", "withdrawal"], '[{"amountFen": 149}, {"amountFen": 151}]');
    expect([JSON.parse(stdout), stderr, status]).toEqual([[{ feeFen: 1 }, { feeFen: 2 }], "", 0]);
  });

  test("reads input larger than a pipe holds, however slowly it comes", () => {
    const cases = Array.from({ length: 20_000 }, (_, index) => ({ amountFen: 100 + index }));
    const { stdout, status } = run(["rules", "withdrawal"], JSON.stringify(cases));
    expect([(JSON.parse(stdout) as unknown[]).length, status]).toEqual([20_000, 0]);
  });

  test.each([
    [["rules", "withdrawal"], "{broken", /not JSON/],
    [["rules", "withdrawal"], "", /not JSON/],
    [["rules", "withdrawal"], '{"amountFen": 1}', /not a JSON array/],
    [["rules", "toString"], "[]", /no kind "toString"/],
    [["rules"], "[]", /which KIND/],
    [["rules", "card", "billing"], "[]", /one KIND at a time/],
    [["fly"], "", /no command "fly"[\s\S]*rules KIND/],
    [[], "", /Usage/],
  ])("%o with %s: a clear message, nothing printed, exit code 1", (words, input, message) => {
    const { stdout, stderr, status } = run(words, input);
    expect([stdout, status]).toEqual(["", 1]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
