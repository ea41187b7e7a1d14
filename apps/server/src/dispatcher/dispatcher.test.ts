import { setTimeout as wait } from "node:timers/promises";
import type { Lease } from "@lingong/db";
import { afterEach, expect, test } from "vitest";
import { createMetrics } from "../operations/metrics.ts";
import { type Dispatcher, startDispatcher } from "./dispatcher.ts";

/** Leases as the database keeps them: one holder at a time, an epoch for each change of hands. */
function leaseBoard() {
  const held = new Map<string, Lease>();
  let epoch = 0;
  return {
    held,
    acquireAs: (holder: string) => async (cityId: string) => {
      if (held.has(cityId)) return null;
      const lease = { name: cityId, holder, epoch: ++epoch };
      held.set(cityId, lease);
      return lease;
    },
    release: async (lease: Lease) => void (held.get(lease.name)?.epoch === lease.epoch && held.delete(lease.name)),
  };
}

const started: Dispatcher[] = [];
afterEach(() => Promise.all(started.splice(0).map((dispatcher) => dispatcher.stop())));

function dispatcherOver(board: ReturnType<typeof leaseBoard>, holder: string, round: (cityId: string) => Promise<number>) {
  const errors: unknown[] = [];
  const dispatcher = startDispatcher({
    cities: async () => [],
    acquire: board.acquireAs(holder),
    release: board.release,
    round: async (cityId) => ({ offers: await round(cityId), recorded: Promise.resolve() }),
    onCommitted: () => undefined,
    metrics: createMetrics(),
    onError: (error) => errors.push(error),
  });
  started.push(dispatcher);
  return { dispatcher, errors };
}

test("in one city one round runs at a time, over all processes", async () => {
  const board = leaseBoard();
  let running = 0;
  let most = 0;
  const round = async () => {
    running += 1;
    most = Math.max(most, running);
    await wait(5);
    running -= 1;
    return 0;
  };
  const processes = ["a", "b", "c"].map((holder) => dispatcherOver(board, holder, round).dispatcher);
  await Promise.all(Array.from({ length: 30 }, (_, index) => processes[index % 3]?.wake("shanghai")));
  expect(most).toBe(1);
  expect(board.held.size).toBe(0);
});

test("cities do not wait for each other", async () => {
  const order: string[] = [];
  const { dispatcher } = dispatcherOver(leaseBoard(), "a", async (cityId) => {
    await wait(cityId === "slow" ? 60 : 1);
    order.push(cityId);
    return 0;
  });
  await Promise.all([dispatcher.wake("slow"), dispatcher.wake("quick")]);
  expect(order[0]).toBe("quick");
});

test("a hundred events of one moment make few rounds", async () => {
  let rounds = 0;
  const { dispatcher } = dispatcherOver(leaseBoard(), "a", async () => {
    rounds += 1;
    return 0;
  });
  await Promise.all(Array.from({ length: 100 }, () => dispatcher.wake("shanghai")));
  expect(rounds).toBeLessThanOrEqual(2);
});

test("a round that fails gives its lease back and the next one runs", async () => {
  const board = leaseBoard();
  let rounds = 0;
  const { dispatcher, errors } = dispatcherOver(board, "a", async () => {
    rounds += 1;
    if (rounds === 1) throw new Error("database away");
    return 0;
  });
  await dispatcher.wake("shanghai");
  await dispatcher.wake("shanghai");
  expect({ rounds: rounds >= 2, errors: errors.length, held: board.held.size }).toEqual({ rounds: true, errors: 1, held: 0 });
});

test("a frozen holder's lease is waited for, and taken when it runs out", async () => {
  const board = leaseBoard();
  const frozen = await board.acquireAs("frozen")("shanghai");
  let rounds = 0;
  const { dispatcher } = dispatcherOver(board, "a", async () => {
    rounds += 1;
    return 0;
  });
  const woken = dispatcher.wake("shanghai");
  await wait(60);
  expect(rounds).toBe(0);
  if (frozen !== null) await board.release(frozen);
  await woken;
  expect(rounds).toBeGreaterThan(0);
});
