import type { Logger } from "pino";

const parentCheckMs = 500;

/** What must end when the process does, in the reverse order of its beginning. */
export interface Shutdown {
  /** `name` is for the log; `stop` may take its time, within the patience of the whole. */
  onStop(name: string, stop: () => Promise<void> | void): void;
  /** Ends everything; idempotent. */
  stop(): Promise<void>;
  isStopping(): boolean;
}

export function createShutdown(logger: Logger): Shutdown {
  const steps: { name: string; stop: () => Promise<void> | void }[] = [];
  let stopping: Promise<void> | null = null;
  const run = async () => {
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      const { name } = step;
      try {
        await step.stop();
      } catch (error) {
        logger.error({ step: name, error: error instanceof Error ? error.name : "unknown" }, "a part did not stop cleanly");
      }
    }
  };
  return {
    onStop: (name, stop) => void steps.push({ name, stop }),
    stop() {
      stopping ??= run();
      return stopping;
    },
    isStopping: () => stopping !== null,
  };
}

/**
 * Calls `stop` on Ctrl-C, SIGTERM, and when whoever started us is gone without a word; asked twice, or after
 * `patienceMs`, the process ends as it is (the database survives that).
 */
export function stopOnSignals(stop: () => Promise<void>, patienceMs: number): void {
  let asked = 0;
  const ask = () => {
    asked += 1;
    if (asked > 1) process.exit(1);
    setTimeout(() => process.exit(1), patienceMs).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, ask);
  if (process.connected) process.on("disconnect", ask);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    ask();
  }, parentCheckMs);
  watch.unref();
}
