import { describe, expect, it } from "vitest";
import { DAY } from "../kernel/instant.ts";
import { defaultPolicy } from "../policy/policy.ts";
import { feeVersionSteps } from "./version-machine.ts";

const day = Date.UTC(2026, 11, 1);
const last = day - defaultPolicy.fees.changes.withdrawnBefore;
const stepsOf = (state: "draft" | "scheduled" | "withdrawn", effectiveAt: number | null, now: number) =>
  feeVersionSteps({ state, effectiveAt }, defaultPolicy, now);

describe("a version of the fee plans", () => {
  it("is changed while it is a draft, and taken back until it is about to be in force", () => {
    expect(stepsOf("draft", null, day)).toEqual(["save", "schedule", "withdraw"]);
    expect(stepsOf("scheduled", day, day - 14 * DAY)).toEqual(["withdraw"]);
    expect(stepsOf("scheduled", day, last)).toEqual(["withdraw"]);
    expect(stepsOf("scheduled", day, last + 1)).toEqual([]);
    expect(stepsOf("withdrawn", null, day)).toEqual([]);
  });
});
