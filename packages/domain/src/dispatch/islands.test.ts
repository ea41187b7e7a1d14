import fc from "fast-check";
import { expect, it } from "vitest";
import { rowsByIsland } from "./islands.ts";

const columns = 12;
const anyRows = fc.array(fc.uniqueArray(fc.nat(columns - 1), { maxLength: 3 }), { maxLength: 12 });

it("puts rows that share columns together, and keeps their order", () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const rowStart = Int32Array.from({ length: rows.length + 1 }, (_, row) => rows.slice(0, row).flat().length);
      const order = [...rowsByIsland(rowStart, Int32Array.from(rows.flat()), columns)];
      expect([...order].sort((a, b) => a - b)).toEqual(rows.map((_, row) => row));
      // Whom a row reaches by shared columns, step by step.
      const islandOf = (row: number) => {
        const island = new Set([row]);
        for (const one of island) for (const [other, its] of rows.entries()) if (its.some((column) => rows[one]?.includes(column))) island.add(other);
        return [...island].sort((a, b) => a - b);
      };
      const islands = [...new Set(rows.map((_, row) => islandOf(row).join(" ")))];
      expect(order).toEqual(islands.flatMap((island) => island.split(" ").map(Number)));
    }),
    { numRuns: 500 },
  );
});
