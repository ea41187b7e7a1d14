/** A piece of work that runs when something calls for it, and now and then for safety. */
export interface WokenLoop {
  /**
   * Asks for a run that begins after this call. While one runs, at most one more waits: a thousand wakes cost two runs.
   * Resolves when that run has ended (also when it failed).
   */
  wake(): Promise<void>;
  /** No further run begins; resolves when the one under way has ended. */
  stop(): Promise<void>;
}

export interface WokenLoopOptions {
  /** The work; may answer with the milliseconds until it wants to be woken next. */
  readonly run: () => Promise<number | undefined>;
  /** The longest pause between two runs. */
  readonly everyMs: number;
  readonly onError: (error: unknown) => void;
}

/** Starts the loop; its first run begins at once. A failed run is reported and the next one comes as usual. */
export function startLoop({ run, everyMs, onError }: WokenLoopOptions): WokenLoop {
  let running: Promise<void> | null = null;
  let waiting: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const begin = (): Promise<void> => {
    clearTimeout(timer);
    if (stopped) return Promise.resolve();
    running = run()
      .catch((error: unknown) => {
        onError(error);
        return undefined;
      })
      .then((nextMs) => {
        running = null;
        if (!stopped && waiting === null) timer = setTimeout(() => void begin(), Math.max(0, Math.min(nextMs ?? everyMs, everyMs)));
      });
    return running;
  };
  const wake = (): Promise<void> => {
    if (running === null) return begin();
    waiting ??= running.then(() => {
      waiting = null;
      return begin();
    });
    return waiting;
  };
  void begin();
  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
