import type { QuoteOffer } from "@lingong/contracts";
import { expect, test } from "vitest";
import { quoteSorts, sorted } from "./sort.ts";

function quote(id: string, rateFenPerHour: number, standing: number | null, distanceMetres: number | null): QuoteOffer {
  return { id, rateFenPerHour, distanceMetres, worker: { standing } } as QuoteOffer;
}

const quotes = [quote("a", 6_000, 700, null), quote("b", 5_000, 900, 800), quote("c", 5_000, null, 200)];

test.each([
  ["price", ["b", "c", "a"]],
  ["standing", ["b", "a", "c"]],
  ["distance", ["c", "b", "a"]],
] as const)("by %s; what is unknown comes last", (by, ids) => {
  expect(sorted(quotes, by).map(({ id }) => id)).toEqual(ids);
});

test("every way to sort keeps every quote", () => {
  for (const by of quoteSorts) expect(sorted(quotes, by)).toHaveLength(quotes.length);
});
