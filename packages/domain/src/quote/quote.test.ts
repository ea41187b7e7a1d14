import { expect, test } from "vitest";
import { defaultPolicy } from "../policy/policy.ts";
import { newQuote, quoteTransition } from "./quote.ts";

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
