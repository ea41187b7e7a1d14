import { describe, expect, test } from "vitest";
import { DAY, MINUTE } from "../kernel/instant.ts";
import { type OrderState, orderStates } from "../order/order.ts";
import { defaultPolicy } from "../policy/policy.ts";
import { chatOf, checkWritable } from "./chat.ts";

const assignment = { workerId: "w" } as Parameters<typeof chatOf>[0]["assignment"];
const ended = Date.UTC(2026, 10, 3);
const chat = (state: OrderState, endedAt: number | null) => chatOf({ assignment, state, endedAt }, defaultPolicy);
const writable = (state: OrderState, endedAt: number | null, now: number): string => {
  const talk = chat(state, endedAt);
  if (!talk.ok) return talk.error.code;
  const checked = checkWritable(talk.value, now);
  return checked.ok ? "open" : checked.error.code;
};

describe("who may write, and until when", () => {
  test("nobody before somebody has the order", () => {
    for (const state of orderStates) {
      expect(chatOf({ assignment: null, state, endedAt: null }, defaultPolicy)).toEqual({ ok: false, error: { code: "no_assignment" } });
    }
  });

  test.each(["accepted", "en_route", "arrived", "in_service", "paused", "awaiting_confirmation", "disputed"] as const)(
    "both, as long as the order is %s",
    (state) => {
      expect(chat(state, null)).toEqual({ ok: true, value: { workerId: "w", closesAt: null } });
      expect(writable(state, null, ended + 400 * DAY)).toBe("open");
    },
  );

  test.each([
    ["completed", 14 * DAY],
    ["resolved", 14 * DAY],
    ["cancelled", DAY],
    ["expired", DAY],
  ] as const)("after it was %s both, until the window's end exactly", (state, after) => {
    expect(writable(state, ended, ended)).toBe("open");
    expect(writable(state, ended, ended + after - 1)).toBe("open");
    expect(writable(state, ended, ended + after)).toBe("chat_closed");
    expect(writable(state, ended, ended + after + MINUTE)).toBe("chat_closed");
  });
});
