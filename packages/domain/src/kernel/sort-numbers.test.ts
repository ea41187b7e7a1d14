import fc from "fast-check";
import { expect, it } from "vitest";
import { sortNumbers } from "./sort-numbers.ts";

it("sorts a stretch, short or long, and leaves the rest alone", () => {
  const list = fc.array(fc.integer({ min: -50, max: 2_000_000_000 }), { maxLength: 200, size: "max" });
  fc.assert(
    fc.property(list, fc.nat(20), fc.nat(20), (numbers, before, behind) => {
      const [from, to] = [Math.min(before, numbers.length), Math.max(before, numbers.length - behind)];
      const sorted = Int32Array.from(numbers);
      sortNumbers(sorted, from, Math.min(to, numbers.length));
      const middle = numbers.slice(from, to).sort((a, b) => a - b);
      expect([...sorted]).toEqual([...numbers.slice(0, from), ...middle, ...numbers.slice(Math.max(from, to))]);
    }),
  );
});
