import { expect, test } from "vitest";
import { type Verification, verificationTransition } from "./verification.ts";

const pending: Verification = {
  id: "v",
  workerId: "w",
  kind: "identity",
  categoryId: null,
  state: "pending",
  submittedAt: 0,
  decidedAt: null,
  refusedField: null,
  reason: null,
  validUntil: null,
};

test("what fits is approved, once", () => {
  const approved = verificationTransition(pending, "identity_provider", { type: "approve", validUntil: null }, 5);
  if (!approved.ok) throw new Error("approved");
  expect(approved.value).toMatchObject({ state: "verified", decidedAt: 5, refusedField: null });
  expect(verificationTransition(approved.value, "admin", { type: "refuse", field: "idNumber", reason: "late" }, 9)).toMatchObject({
    error: { code: "wrong_state" },
  });
});

test("a refusal names the field and the reason", () => {
  expect(verificationTransition(pending, "identity_provider", { type: "refuse", field: "idNumber", reason: "does not match" }, 5)).toMatchObject({
    value: { state: "refused", refusedField: "idNumber", reason: "does not match" },
  });
  expect(verificationTransition(pending, "admin", { type: "refuse", field: "", reason: "" }, 5)).toMatchObject({ error: { code: "reason_missing" } });
});
