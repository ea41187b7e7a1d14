import { cityToDispatch, jobForRow, runDispatchRound, type Services, stayAlive, timersOf } from "@lingong/api";
import {
  acquireLease,
  backgroundJobs,
  countWaiting,
  drainOutbox,
  type FeedRow,
  findUnemitted,
  markEmitted,
  matching,
  releaseLease,
} from "@lingong/db";
import type { Instant } from "@lingong/domain";
import type { Logger } from "pino";
import { advance, oneAtATime } from "./clock/advance.ts";
import type { ServerClock } from "./clock/clock.ts";
import { startTimers, type Timers } from "./deadlines/timers.ts";
import { type Dispatcher, startDispatcher } from "./dispatcher/dispatcher.ts";
import { jobsAreIdle } from "./jobs/runner.ts";
import { announceChangedSessions, emitHints, type LiveOptions, type LiveServer } from "./live/sockets.ts";
import type { WokenLoop } from "./loop/woken-loop.ts";
import type { Metrics } from "./operations/metrics.ts";
import { paced } from "./relay/paced.ts";
import { startRelay } from "./relay/relay.ts";

/** A round takes milliseconds; whoever freezes in one loses the city after this. */
const leaseMs = 2_000;
/** What follows from a timer comes to rest in a few turns; a fault must not hold the clock for ever. */
const restAtMostMs = 20_000;
/** How often a server says that it runs: a stop is known to this. */
const heartbeatMs = 2_000;

export interface BackgroundOptions {
  readonly services: Services;
  readonly clock: ServerClock;
  readonly io: LiveServer;
  readonly live: LiveOptions;
  /** This process, among those that share the database. */
  readonly holder: string;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** Everything that happens by itself: hints, timers, dispatch. */
export interface Background {
  /** Something was committed: its hints wait in the outbox. */
  wake(): void;
  /** Moves development's clock; answers how many timers fired. */
  advanceTo(target: Instant): Promise<number>;
  stop(): Promise<void>;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : typeof error;
}

function startDispatch(options: BackgroundOptions, relay: () => void): Dispatcher {
  const { services, holder, metrics, logger } = options;
  return startDispatcher({
    cities: () => matching.listCities(services.db),
    acquire: (cityId) => acquireLease(services.db, { name: `dispatch:${cityId}`, holder, milliseconds: leaseMs }),
    release: (lease) => releaseLease(services.db, lease),
    round: (cityId, lease) => runDispatchRound(services, cityId, lease),
    onCommitted: relay,
    metrics,
    onError: (error, cityId) => logger.error({ cityId, error: nameOf(error) }, "a round failed"),
  });
}

/** Each row of the feed as it is drained: it may end sessions, and wake a city's dispatcher. */
function hearRow(row: FeedRow, options: BackgroundOptions, dispatcher: Dispatcher): void {
  const cityId = cityToDispatch(row);
  if (cityId !== null) void dispatcher.wake(cityId);
  if (row.kind === "session") void announceChangedSessions(options.io, options.live, row.subjectId);
}

function startCarrying(options: BackgroundOptions, dispatcher: () => Dispatcher): WokenLoop {
  const { services, io, metrics, logger } = options;
  return startRelay({
    drain: () => drainOutbox(services.db),
    findUnemitted: () => findUnemitted(services.db),
    addJobs: (rows) =>
      backgroundJobs.add(
        services.db,
        rows.map((row) => jobForRow(services, row)).filter((job) => job !== null),
      ),
    markEmitted: (range) => markEmitted(services.db, range),
    emit: paced((hints) => emitHints(io, hints)),
    onRow: (row) => hearRow(row, options, dispatcher()),
    metrics,
    onError: (error) => logger.error({ error: nameOf(error) }, "the relay failed"),
  });
}

function startWatching(options: BackgroundOptions, relay: () => void): Timers {
  const { services, clock, metrics, logger } = options;
  return startTimers({
    timers: timersOf(services),
    now: clock.now,
    onFired(name, count, lateMs) {
      metrics.deadlinesFired.inc({ what: name }, count);
      metrics.deadlineLateness.observe(lateMs / 1_000);
      relay();
    },
    onError: (error, name) => logger.error({ timer: name, error: nameOf(error) }, "a timer failed"),
  });
}

/** Resolves when everything that was set going has come to rest: hints carried, rounds run, jobs done. */
async function rest(services: Services, relay: WokenLoop, dispatcher: Dispatcher): Promise<void> {
  const until = performance.now() + restAtMostMs;
  while (performance.now() < until) {
    await relay.wake();
    await dispatcher.wakeAll();
    await relay.wake();
    if ((await countWaiting(services.db)) === 0 && (await jobsAreIdle(services.db))) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Starts the loops of this process. They share their work with those of other processes through the database alone. */
export function startBackground(options: BackgroundOptions): Background {
  const { services, clock, logger } = options;
  const relay: WokenLoop = startCarrying(options, () => dispatcher);
  const wake = () => void relay.wake();
  const dispatcher: Dispatcher = startDispatch(options, wake);
  const timers = startWatching(options, wake);
  const refresh = services.production ? null : setInterval(() => void clock.refresh().catch(() => undefined), 1_000);
  clock.onJump(() => void timers.wake());
  const heart = setInterval(() => void stayAlive(services, clock.now()).catch(() => undefined), heartbeatMs);
  return {
    wake,
    advanceTo: oneAtATime((target: Instant) => {
      logger.info({}, "the clock moves");
      return advance({ clock, timers, settle: () => rest(services, relay, dispatcher) }, target);
    }),
    async stop() {
      clearInterval(refresh ?? undefined);
      clearInterval(heart);
      await timers.stop();
      await dispatcher.stop();
      await relay.wake();
      await relay.stop();
    },
  };
}
