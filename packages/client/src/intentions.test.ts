import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";
import { createIntentions } from "./intentions.ts";
import { withRetries } from "./retry.ts";

test("an intention keeps its key until it is settled; another one has its own", () => {
  let count = 0;
  const intentions = createIntentions(() => `key-${++count}`);
  const cancel = { orderId: "o", command: { type: "cancel" } };
  expect([intentions.keyFor(cancel), intentions.keyFor({ ...cancel }), intentions.keyFor({ ...cancel, orderId: "p" })]).toEqual([
    "key-1",
    "key-1",
    "key-2",
  ]);
  intentions.settle(cancel);
  expect(intentions.keyFor(cancel)).toBe("key-3");
});

test("a call is repeated while nobody knows whether it happened", async () => {
  let calls = 0;
  const answer = await withRetries(
    async () => {
      calls += 1;
      if (calls < 3) throw new TypeError("network");
      return "done";
    },
    async () => undefined,
  );
  expect({ answer, calls }).toEqual({ answer: "done", calls: 3 });
});

test("a refusal is final", async () => {
  let calls = 0;
  const refusal = TRPCClientError.from({
    error: { code: -32_000, message: "x", data: { domain: { code: "wrong_state", details: null, field: null, reference: null } } },
  });
  const call = withRetries(async () => {
    calls += 1;
    throw refusal;
  });
  await expect(call).rejects.toBe(refusal);
  expect(calls).toBe(1);
});
