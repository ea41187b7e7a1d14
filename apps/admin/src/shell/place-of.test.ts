import { describe, expect, test } from "vitest";
import { placeOf } from "./place-of.ts";

describe("which place of the sidebar an address belongs to", () => {
  test.each([
    ["/", "overview"],
    ["/orders", "orders"],
    ["/orders/019a", "orders"],
    ["/money", "money"],
    ["/money/journal", "journal"],
    ["/money/reconciliation", "reconciliation"],
    ["/money/escrow", "money"],
    ["/queues/overdue", "overdue"],
    ["/ordersome", "overview"],
  ])("%s is %s", (path, place) => {
    expect(placeOf(path)).toBe(place);
  });
});
