import type { Hint } from "@lingong/contracts";
import { QueryClient } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import { isTouched } from "./invalidation.ts";

const hint = (kind: string, id: string): Hint => ({ position: 1, room: "user:a", kind, id, version: 1 });

function touchedBy(kind: string, id: string): string[] {
  const queryClient = new QueryClient();
  const keys: readonly unknown[][] = [
    [["orders", "list"], { type: "query" }],
    [["orders", "get"], { input: { orderId: "o1" }, type: "query" }],
    [["orders", "get"], { input: { orderId: "o2" }, type: "query" }],
    [["catalog", "list"], { type: "query" }],
    [["quotes", "board"], { input: { orderId: "o1" }, type: "query" }],
    [["quotes", "board"], { input: { orderId: "o2" }, type: "query" }],
    [["quotes", "mine"], { type: "query" }],
    [["wallet", "balance"], { type: "query" }],
    ["not ours"],
  ];
  for (const queryKey of keys) queryClient.setQueryData(queryKey, "data");
  const queries = queryClient.getQueryCache().getAll();
  return queries
    .filter((query) => isTouched(query, [hint(kind, id)]))
    .map(({ queryKey: [path, options] }) => {
      const { input } = (options ?? {}) as { input?: { orderId?: string } };
      return `${(path as string[]).join(".")}${input?.orderId ? `(${input.orderId})` : ""}`;
    });
}

describe("which queries a hint touches", () => {
  test("an order's: its own screen, lists and money, but no other order's screen", () => {
    expect(touchedBy("order", "o1")).toEqual(["orders.list", "orders.get(o1)", "quotes.board(o1)", "quotes.mine", "wallet.balance"]);
  });

  test("a wallet's: the wallet", () => {
    expect(touchedBy("wallet", "w")).toEqual(["wallet.balance"]);
  });

  test("a quote's, and a search's for a worker: that order's alone", () => {
    expect(touchedBy("matching", "o1")).toEqual(["orders.list", "orders.get(o1)"]);
    expect(touchedBy("quote", "o1")).toEqual(["quotes.board(o1)", "quotes.mine"]);
  });

  test("an unknown kind's: everything of ours", () => {
    expect(touchedBy("something new", "x")).toEqual([
      "orders.list",
      "orders.get(o1)",
      "orders.get(o2)",
      "catalog.list",
      "quotes.board(o1)",
      "quotes.board(o2)",
      "quotes.mine",
      "wallet.balance",
    ]);
  });
});
