import type { DossierEvent } from "@lingong/contracts";
import { canonicalJson, sha256Hex } from "@lingong/domain";
import { describe, expect, test } from "vitest";
import { firstBrokenLink } from "./verify-chain.ts";

const orderId = "019a0000-0000-7000-8000-000000000001";
const start = Date.parse("2026-03-17T05:36:00.000Z");

function chained(count: number): DossierEvent[] {
  const events: DossierEvent[] = [];
  let previousHash = "0".repeat(64);
  for (let version = 1; version <= count; version += 1) {
    const at = start + version * 1_000;
    const event = {
      orderId,
      version,
      at,
      by: { role: "customer", id: "c" },
      command: "edit",
      from: "draft",
      to: "draft",
      changes: { note: version },
    };
    const hash = sha256Hex(previousHash + canonicalJson(event));
    const { by: _by, orderId: _order, ...fields } = event;
    events.push({ ...fields, at: new Date(at).toISOString(), byRole: "customer", byId: "c", byName: "陈静", timer: null, hash, previousHash });
    previousHash = hash;
  }
  return events;
}

describe("the chain of an order's events", () => {
  test("is whole as the server keeps it", () => {
    expect(firstBrokenLink(orderId, chained(5))).toBeNull();
  });

  test("breaks at an event that was changed afterwards", () => {
    const events = chained(5).map((event) => (event.version === 3 ? { ...event, changes: { note: 99 } } : event));
    expect(firstBrokenLink(orderId, events)).toBe(3);
  });

  test("breaks where an event was taken out", () => {
    expect(
      firstBrokenLink(
        orderId,
        chained(5).filter(({ version }) => version !== 2),
      ),
    ).toBe(3);
  });

  test("breaks when the history is another order's", () => {
    expect(firstBrokenLink("019a0000-0000-7000-8000-000000000002", chained(2))).toBe(1);
  });
});
