import { expect, test } from "vitest";
import { type Verification, verificationTransition } from "./verification.ts";

const submitted: Verification = {
  id: "v",
  workerId: "w",
  kind: "identity",
  categoryId: null,
  state: "submitted",
  submittedAt: 0,
  decidedAt: null,
  refusedField: null,
  reason: null,
  validUntil: null,
};

test("a refusal names the field, and the worker may hand it in again", () => {
  const refused = verificationTransition(submitted, "identity_provider", { type: "refuse", field: "idNumber", reason: "does not match" }, 5);
  if (!refused.ok) throw new Error("refused");
  expect(refused.value).toMatchObject({ state: "refused", refusedField: "idNumber" });
  expect(verificationTransition(refused.value, "worker", { type: "resubmit" }, 9)).toMatchObject({
    value: { state: "submitted", submittedAt: 9, decidedAt: null },
  });
});

test("a refusal without a field or a reason is none, and workers do not approve themselves", () => {
  expect(verificationTransition(submitted, "admin", { type: "refuse", field: "", reason: "" }, 5)).toMatchObject({
    error: { code: "reason_missing" },
  });
  expect(verificationTransition(submitted, "worker", { type: "approve", validUntil: null }, 5)).toMatchObject({
    error: { code: "not_allowed_to_actor" },
  });
});
