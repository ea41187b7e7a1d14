import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { startLoop } from "./woken-loop.ts";

/** A loop whose runs are counted and take `ms`. */
function counted(ms: number, everyMs = 60_000) {
  let runs = 0;
  const errors: unknown[] = [];
  const loop = startLoop({
    everyMs,
    onError: (error) => errors.push(error),
    run: async () => {
      runs += 1;
      await wait(ms);
      return undefined;
    },
  });
  return { loop, runs: () => runs, errors };
}

test("a thousand wakes during a run cost one more run", async () => {
  const { loop, runs } = counted(5);
  await Promise.all(Array.from({ length: 1_000 }, () => loop.wake()));
  expect(runs()).toBe(2);
  await loop.stop();
});

test("a wake resolves only after a run that began after it", async () => {
  const order: string[] = [];
  let count = 0;
  const loop = startLoop({
    everyMs: 60_000,
    onError: () => undefined,
    run: async () => {
      const run = ++count;
      await wait(5);
      order.push(`run ${run}`);
      return undefined;
    },
  });
  await loop.wake().then(() => order.push("woken"));
  expect(order).toEqual(["run 1", "run 2", "woken"]);
  await loop.stop();
});

test("it runs by itself, and sooner when its work asks for it", async () => {
  let runs = 0;
  const loop = startLoop({ everyMs: 10_000, onError: () => undefined, run: async () => (++runs < 4 ? 1 : undefined) });
  await expect.poll(() => runs).toBe(4);
  await loop.stop();
});

test("a failed run is told and does not end the loop", async () => {
  const errors: unknown[] = [];
  let runs = 0;
  const loop = startLoop({
    everyMs: 1,
    onError: (error) => errors.push(error),
    run: async () => {
      runs += 1;
      throw new Error("boom");
    },
  });
  await expect.poll(() => runs).toBeGreaterThan(2);
  expect(errors.length).toBeGreaterThan(1);
  await loop.stop();
});

test("after stop nothing runs", async () => {
  const { loop, runs } = counted(1);
  await loop.stop();
  const before = runs();
  await loop.wake();
  await wait(5);
  expect(runs()).toBe(before);
});
