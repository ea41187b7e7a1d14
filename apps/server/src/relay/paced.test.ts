import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RoomHint } from "../live/sockets.ts";
import { paced } from "./paced.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const hint = (kind: "hall" | "order", position: number, room = "city:shanghai"): RoomHint => ({
  rooms: [room],
  hint: { position, room, kind, id: `o${position}`, version: 1 },
});

function listening() {
  const heard: number[] = [];
  const emit = paced(
    (hints) => void heard.push(...hints.map(({ hint: { position } }) => position)),
    () => Date.now(),
  );
  return { heard, emit };
}

test("a hall is told of at once, then of its newest change once a second", () => {
  const { heard, emit } = listening();
  emit([hint("hall", 1), hint("hall", 2)]);
  expect(heard).toEqual([1]);
  vi.advanceTimersByTime(500);
  emit([hint("hall", 3)]);
  vi.advanceTimersByTime(499);
  expect(heard).toEqual([1]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual([1, 3]);
  emit([hint("hall", 4)]);
  vi.advanceTimersByTime(1_000);
  expect(heard).toEqual([1, 3, 4]);
  vi.advanceTimersByTime(1_000);
  emit([hint("hall", 5)]);
  expect(heard).toEqual([1, 3, 4, 5]);
});

test("each city has a pace of its own, and everything else none", () => {
  const { heard, emit } = listening();
  emit([hint("hall", 1), hint("order", 2), hint("hall", 3, "city:beijing"), hint("order", 4), hint("order", 5)]);
  expect(heard).toEqual([1, 2, 3, 4, 5]);
});
