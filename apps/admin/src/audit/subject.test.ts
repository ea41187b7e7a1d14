import { expect, test } from "vitest";
import { subjectOf } from "./subject.ts";

const id = "019a7c3e-5b1d-7f02-9c1f-22a79c1f22a7";

test("orders, people and accounts lead to their pages", () => {
  expect(subjectOf(`order:${id}`)).toEqual({ kind: "order", name: "9C1F-22A7", href: `/admin/orders/${id}` });
  expect(subjectOf(`user:${id}`).href).toBe(`/admin/people/${id}`);
});

test("an account's own colon belongs to its name", () => {
  expect(subjectOf(`account:worker:${id}`)).toEqual({ kind: "account", name: `worker:${id}`, href: `/admin/money/journal?account=worker%3A${id}` });
});

test("anything else is shown as it stands", () => {
  expect(subjectOf("policy")).toEqual({ kind: null, name: "policy", href: null });
});
