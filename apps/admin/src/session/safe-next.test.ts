import { expect, test } from "vitest";
import { safeNext } from "./safe-next.ts";

test.each([
  [undefined, "/"],
  ["/orders/1", "/orders/1"],
  ["//elsewhere.example", "/"],
  ["/\\elsewhere.example", "/"],
  ["https://elsewhere.example", "/"],
  ["/sign-in?next=/orders", "/"],
])("after signing in, %s leads to %s", (next, to) => {
  expect(safeNext(next)).toBe(to);
});
