import { setTimeout as wait } from "node:timers/promises";
import type { RoundReport } from "@lingong/api";
import type { Lease } from "@lingong/db";
import { startLoop, type WokenLoop } from "../loop/woken-loop.ts";
import type { Metrics } from "../operations/metrics.ts";

export interface DispatcherOptions {
  /** Cities in which an order waits. */
  readonly cities: () => Promise<readonly string[]>;
  readonly acquire: (cityId: string) => Promise<Lease | null>;
  readonly release: (lease: Lease) => Promise<void>;
  /** Load, decide, commit: one round of a city. */
  readonly round: (cityId: string, lease: Lease) => Promise<Pick<RoundReport, "offers" | "recorded">>;
  /** Called after a round: its hints wait in the outbox. */
  readonly onCommitted: () => void;
  readonly metrics: Metrics;
  readonly onError: (error: unknown, cityId: string) => void;
}

export interface Dispatcher {
  /** Something has changed in a city: an order was paid, a worker came online, an offer was declined or timed out. */
  wake(cityId: string): Promise<void>;
  /** A round in each city where an order waits; resolves when they have ended. */
  wakeAll(): Promise<void>;
  stop(): Promise<void>;
}

/** Events of one moment (a payment's hints, a dozen workers coming online) make one round. */
const gatherMs = 5;
/** A city with waiting orders is looked at now and then, should an event have been lost with its process. */
const safetyMs = 5_000;
/** Another process is in its round: it takes milliseconds, or its lease runs out in two seconds. */
const retryMs = 25;
const retriesAtMost = 120;

/**
 * One round at a time in each city, over all processes, by a lease that is held for the round. Whoever is woken runs
 * it: the process that carried the event need not be the one that ran the last round.
 */
export function startDispatcher(options: DispatcherOptions): Dispatcher {
  const loops = new Map<string, WokenLoop>();
  const recording = new Set<Promise<void>>();
  let stopped = false;

  const acquire = async (cityId: string): Promise<Lease | null> => {
    for (let tries = 0; tries < retriesAtMost && !stopped; tries += 1) {
      const lease = await options.acquire(cityId);
      if (lease !== null) return lease;
      await wait(retryMs);
    }
    return null;
  };
  const runRound = async (cityId: string) => {
    await wait(gatherMs);
    const lease = await acquire(cityId);
    if (lease === null) return undefined;
    const from = performance.now();
    try {
      const { offers, recorded } = await options.round(cityId, lease);
      recording.add(recorded);
      void recorded.then(() => recording.delete(recorded));
      options.metrics.dispatchRound.observe((performance.now() - from) / 1_000);
      options.metrics.offersMade.inc(offers);
      options.onCommitted();
    } finally {
      await options.release(lease);
    }
    return undefined;
  };
  const loopOf = (cityId: string): WokenLoop => {
    const known = loops.get(cityId);
    if (known !== undefined) return known;
    // Between events a city's own loop rests; the safety loop below wakes it while orders wait there.
    const loop = startLoop({ run: () => runRound(cityId), everyMs: 2 ** 30, onError: (error) => options.onError(error, cityId) });
    loops.set(cityId, loop);
    return loop;
  };
  const wake = (cityId: string): Promise<void> => (stopped ? Promise.resolve() : loopOf(cityId).wake());
  const wakeAll = async () => {
    const cities = await options.cities();
    await Promise.all(cities.map(wake));
  };
  const safety = startLoop({
    everyMs: safetyMs,
    onError: (error) => options.onError(error, "*"),
    run: async () => {
      await wakeAll();
      return undefined;
    },
  });
  return {
    wake,
    wakeAll,
    async stop() {
      stopped = true;
      await safety.stop();
      await Promise.all([...loops.values()].map((loop) => loop.stop()));
      await Promise.all(recording);
    },
  };
}
