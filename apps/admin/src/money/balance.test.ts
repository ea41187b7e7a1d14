import { expect, test } from "vitest";
import { accountOf, shareOfLargest, sumOfKind } from "./balance.ts";

const rows = [
  { account: "gateway:sandbox", kind: "gateway", fen: -90_000, accounts: 1 },
  { account: "gateway:other", kind: "gateway", fen: -10_000, accounts: 1 },
  { account: "escrow", kind: "escrow", fen: 60_000, accounts: 7 },
  { account: "worker", kind: "worker", fen: 33_000, accounts: 4 },
  { account: "commission", kind: "commission", fen: 7_000, accounts: 1 },
];

test("accounts of a kind are added up", () => {
  expect(sumOfKind(rows, "gateway")).toEqual({ fen: -100_000, accounts: 2 });
  expect(sumOfKind(rows, "payout")).toEqual({ fen: 0, accounts: 0 });
});

test("a row leads to its account's journal only where it is one account", () => {
  expect(rows.map(accountOf)).toEqual(["gateway:sandbox", "gateway:other", null, null, "commission"]);
});

test("bars are drawn beside the largest balance, whatever its sign", () => {
  expect(shareOfLargest(rows, -90_000)).toBe(1);
  expect(shareOfLargest(rows, 45_000)).toBe(0.5);
  expect(shareOfLargest([], 0)).toBe(0);
});
