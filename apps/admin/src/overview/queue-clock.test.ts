import { HOUR } from "@lingong/domain";
import { describe, expect, test } from "vitest";
import { queueClock } from "./queue-clock.ts";

const now = Date.parse("2026-03-17T05:36:00Z");
const at = (hours: number) => new Date(now + hours * HOUR).toISOString();

describe("the oldest item of a queue", () => {
  test("an empty queue has no clock", () => {
    expect(queueClock({ queue: "disputes", length: 0, oldestDueAt: null, oldestUsedPercent: null }, now)).toEqual({
      used: 0,
      late: false,
      left: null,
    });
  });

  test("with time left it shows how much is used", () => {
    expect(queueClock({ queue: "disputes", length: 3, oldestDueAt: at(4), oldestUsedPercent: 70 }, now)).toEqual({
      used: 0.7,
      late: false,
      left: 4 * HOUR,
    });
  });

  test("warns from nine tenths on", () => {
    expect(queueClock({ queue: "disputes", length: 1, oldestDueAt: at(1), oldestUsedPercent: 90 }, now).late).toBe(true);
  });

  test("past its time the bar is full, whatever was counted when it was fetched", () => {
    expect(queueClock({ queue: "overdue", length: 1, oldestDueAt: at(-2), oldestUsedPercent: 40 }, now)).toEqual({
      used: 1,
      late: true,
      left: -2 * HOUR,
    });
  });
});
