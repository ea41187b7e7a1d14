import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultPolicy } from "../policy/policy.ts";
import { leastBargain } from "../prices/bargain.ts";
import { newQuote, type Quote, type QuoteCommand, type QuoteRole, quoteTransition } from "./quote.ts";

function asked(floorFenPerHour: number | null) {
  const quote = quoteTransition(
    newQuote({ id: "q", orderId: "o", workerId: "w", leastRateFen: 0, policyHash: "p" }, 0),
    "worker",
    { type: "ask", askFenPerHour: 10_000, floorFenPerHour },
    defaultPolicy,
  );
  if (!quote.ok) throw new Error("refused");
  return quote.value;
}

test("a counter at the private floor is agreed at once", () => {
  expect(quoteTransition(asked(9_000), "customer", { type: "counter", rateFenPerHour: 9_000 }, defaultPolicy)).toMatchObject({
    value: { state: "agreed", rateFenPerHour: 9_000 },
  });
});

test("a counter below the floor waits for the worker, who takes it or keeps the ask", () => {
  const countered = quoteTransition(asked(9_000), "customer", { type: "counter", rateFenPerHour: 8_500 }, defaultPolicy);
  if (!countered.ok) throw new Error("refused");
  expect(countered.value).toMatchObject({ state: "countered", rateFenPerHour: 10_000, counterFenPerHour: 8_500 });
  expect(quoteTransition(countered.value, "worker", { type: "agree" }, defaultPolicy)).toMatchObject({
    value: { state: "agreed", rateFenPerHour: 8_500 },
  });
  expect(quoteTransition(countered.value, "worker", { type: "keep" }, defaultPolicy)).toMatchObject({
    value: { state: "open", rateFenPerHour: 10_000 },
  });
});

test("below 80 % of the ask is refused, and so is a fourth counter", () => {
  let quote = asked(10_000);
  expect(quoteTransition(quote, "customer", { type: "counter", rateFenPerHour: 7_999 }, defaultPolicy)).toMatchObject({
    error: { code: "quote_counter_too_low" },
  });
  for (const rateFenPerHour of [8_000, 8_100, 8_200]) {
    const next = quoteTransition(quote, "customer", { type: "counter", rateFenPerHour }, defaultPolicy);
    if (!next.ok) throw new Error("refused");
    quote = next.value;
  }
  expect(quoteTransition(quote, "customer", { type: "counter", rateFenPerHour: 8_300 }, defaultPolicy)).toMatchObject({
    error: { code: "quote_too_many_counters" },
  });
});

test("whatever both sides do: three counters at most, nothing agreed under 80 % or the least rate or the floor unasked, never above the ask", () => {
  const rate = fc.integer({ min: 1, max: 12_000 });
  const step: fc.Arbitrary<readonly [QuoteRole, QuoteCommand]> = fc.oneof(
    fc.tuple(fc.constant("worker" as const), fc.record({ type: fc.constant("ask" as const), askFenPerHour: rate, floorFenPerHour: fc.option(rate) })),
    fc.tuple(fc.constant("customer" as const), fc.record({ type: fc.constant("counter" as const), rateFenPerHour: rate })),
    fc.constantFrom(...(["agree", "keep", "withdraw"] as const).map((type) => ["worker", { type }] as const)),
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), fc.array(step, { minLength: 1, maxLength: 40 }), (leastRateFen, steps) => {
      let quote: Quote = { ...asked(null), leastRateFen };
      for (const [role, command] of steps) {
        const next = quoteTransition(quote, role, command, defaultPolicy);
        if (!next.ok) continue;
        const before = quote;
        quote = next.value;
        expect(quote.countersMade).toBeLessThanOrEqual(3);
        expect(quote.rateFenPerHour).toBeLessThanOrEqual(quote.askFenPerHour);
        if (quote.state === "countered") expect(quote.counterFenPerHour).toBeGreaterThanOrEqual(leastBargain(quote, defaultPolicy));
        if (quote.state !== "agreed" || before.state === "agreed") continue;
        expect(quote.rateFenPerHour).toBeGreaterThanOrEqual(leastBargain(before, defaultPolicy));
        if (role === "customer") expect(quote.rateFenPerHour).toBeGreaterThanOrEqual(before.floorFenPerHour ?? before.askFenPerHour);
      }
    }),
  );
});
