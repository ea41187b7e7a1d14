import type { Acknowledgement, ReportPositionInput } from "@lingong/contracts";

/** Ten minutes of a phone that reports every ten seconds. */
const keptAtMost = 60;

export interface PositionsOptions {
  readonly isLive: () => boolean;
  readonly send: (input: ReportPositionInput) => Promise<Acknowledgement>;
  /** The server's instant now. */
  readonly now: () => number;
}

export interface Positions {
  /** Sends where the worker is; without a connection it is kept with its moment, the last sixty of them. */
  report(here: Omit<ReportPositionInput, "at">): Promise<void>;
  /** Sends what was kept, the oldest first. */
  flush(): Promise<void>;
  waiting(): number;
}

export function createPositions(options: PositionsOptions): Positions {
  let kept: ReportPositionInput[] = [];
  let sending: Promise<void> | null = null;
  const sendAll = async () => {
    for (let next = kept[0]; next !== undefined && options.isLive(); next = kept[0]) {
      const current = next;
      const answered = await options.send(current).then(
        () => true,
        () => false,
      );
      if (!answered) return;
      kept = kept.filter((one) => one !== current);
    }
  };
  const flush = () => {
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  };
  return {
    report(here) {
      kept = [...kept, { ...here, at: new Date(options.now()).toISOString() }].slice(-keptAtMost);
      return flush();
    },
    flush,
    waiting: () => kept.length,
  };
}
