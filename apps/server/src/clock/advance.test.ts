import type { Timer } from "@lingong/api";
import { expect, test } from "vitest";
import { startTimers } from "../deadlines/timers.ts";
import { advance, oneAtATime } from "./advance.ts";
import { openClock } from "./clock.ts";

/** A store in memory. */
function storeOf(offset = 0) {
  let kept = offset;
  return {
    read: async () => kept,
    raise: async (next: number) => {
      kept = Math.max(kept, next);
    },
  };
}

/** A timer over a list of instants; firing notes when (by the clock, rounded to the second) and may set new ones. */
function timerOf(name: string, dues: number[], heard: string[], given: { clock: { now(): number }; follow?: (due: number) => number | null }): Timer {
  return {
    name,
    nextDueAt: async () => (dues.length === 0 ? null : Math.min(...dues)),
    async fireDue() {
      const now = given.clock.now();
      const due = dues.filter((one) => one <= now).toSorted((a, b) => a - b);
      for (const one of due) {
        dues.splice(dues.indexOf(one), 1);
        heard.push(`${name} ${Math.round((one - start) / 1_000)}@${Math.round((now - start) / 1_000)}`);
        const next = given.follow?.(one) ?? null;
        if (next !== null) dues.push(next);
      }
      return due.length;
    },
  };
}

const start = Date.now();
const after = (seconds: number) => start + seconds * 1_000;

test("the clock stops at every timer on the way, also at those that others set", async () => {
  const clock = await openClock(storeOf());
  const heard: string[] = [];
  const timers = startTimers({
    timers: [
      timerOf("order", [after(3_600), after(600)], heard, { clock, follow: (due) => (due === after(600) ? after(900) : null) }),
      timerOf("offer", [after(700)], heard, { clock }),
      timerOf("late", [after(99_999)], heard, { clock }),
    ],
    now: clock.now,
    onFired: () => undefined,
    onError: () => undefined,
  });
  const fired = await advance({ clock, timers, settle: async () => void heard.push("rest") }, after(7_200));
  await timers.stop();
  expect(heard.filter((line) => line !== "rest")).toEqual(["order 600@600", "offer 700@700", "order 900@900", "order 3600@3600"]);
  expect(heard.indexOf("rest", 1)).toBeGreaterThan(0);
  expect(fired).toBe(4);
  expect(Math.abs(clock.now() - after(7_200))).toBeLessThan(2_000);
});

test("a timer that does not fire does not hold the clock for ever", async () => {
  const clock = await openClock(storeOf());
  const stuck: Timer = { name: "stuck", nextDueAt: async () => after(10), fireDue: async () => 0 };
  const timers = startTimers({ timers: [stuck], now: clock.now, onFired: () => undefined, onError: () => undefined });
  await advance({ clock, timers, settle: async () => undefined }, after(60));
  await timers.stop();
  expect(clock.now()).toBeGreaterThanOrEqual(after(60));
});

test("the clock goes forward only, tells of a jump, and takes over another process's", async () => {
  const store = storeOf();
  const [one, other] = [await openClock(store), await openClock(store)];
  const jumps: number[] = [];
  other.onJump((now) => jumps.push(now));
  await one.moveTo(after(3_600));
  await one.moveTo(after(60));
  await other.refresh();
  await other.refresh();
  expect(one.now()).toBeGreaterThanOrEqual(after(3_600));
  expect(Math.abs(other.now() - one.now())).toBeLessThan(50);
  expect(jumps).toHaveLength(1);
});

test("two advances do not overtake each other", async () => {
  const order: string[] = [];
  const run = oneAtATime(async (name: string) => {
    order.push(`${name} begins`);
    await Promise.resolve();
    order.push(`${name} ends`);
  });
  await Promise.all([run("a"), run("b")]);
  expect(order).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});
