import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../contract/canonical.ts";
import { sameValue } from "./same-value.ts";

test("two values are the same exactly when their canonical JSON is", () => {
  const value = fc.jsonValue({ maxDepth: 3 }).map((drawn) => JSON.parse(JSON.stringify(drawn)) as unknown);
  fc.assert(fc.property(value, value, (a, b) => sameValue(a, b) === (canonicalJson(a) === canonicalJson(b))));
  fc.assert(fc.property(value, (a) => sameValue(a, JSON.parse(JSON.stringify(a)))));
});

test("one changed leaf, a missing key and a swapped item are seen; a key without value is not", () => {
  const bill = {
    lines: [
      { kind: "time", fen: 15_000 },
      { kind: "travel", fen: 500 },
    ],
    note: null,
  };
  expect(sameValue(bill, { ...bill, lines: [{ kind: "time", fen: 15_001 }, bill.lines[1]] })).toBe(false);
  expect(sameValue(bill, { ...bill, lines: bill.lines.toReversed() })).toBe(false);
  expect(sameValue(bill, { lines: bill.lines })).toBe(false);
  expect(sameValue([], {})).toBe(false);
  expect(sameValue({ ...bill, late: undefined }, bill)).toBe(true);
});
