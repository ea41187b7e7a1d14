/** A loop over work that falls due: runs at once when woken, else when its own answer says. */
export interface DueLoop {
  /** Something may be due now. */
  wake(): void;
  /** Resolves when the round under way is over; nothing runs after. */
  stop(): Promise<void>;
}

export interface DueLoopOptions {
  /** Does what is due and answers the milliseconds until it wants to run again. */
  readonly round: () => Promise<number>;
  /** Told of a round that threw; the loop goes on after `pauseMs`. */
  readonly onError: (error: unknown) => void;
  readonly pauseMs: number;
}

/** Starts a loop that never overlaps itself and never loses a wake that comes while a round runs. */
export function startDueLoop(options: DueLoopOptions): DueLoop {
  let stopped = false;
  let woken = false;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;

  const schedule = (delayMs: number) => {
    if (stopped) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(begin, delayMs);
  };

  const run = async () => {
    woken = false;
    let delayMs = options.pauseMs;
    try {
      delayMs = await options.round();
    } catch (error) {
      options.onError(error);
    }
    running = null;
    schedule(woken ? 0 : delayMs);
  };

  const begin = () => {
    timer = null;
    if (running === null && !stopped) running = run();
  };

  begin();
  return {
    wake() {
      woken = true;
      if (running === null) schedule(0);
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
