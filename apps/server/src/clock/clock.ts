import type { Clock } from "@lingong/api";
import type { Instant } from "@lingong/domain";

/** Where the distance between real time and the server's time is kept, for all its processes. */
export interface OffsetStore {
  read(): Promise<number>;
  /** Only ever forward: keeps the larger. */
  raise(offset: number): Promise<void>;
}

/** The one clock of the process: real time and what development has added to it. In production nothing is ever added. */
export interface ServerClock extends Clock {
  /** Moves to `instant`; the past is not reachable. */
  moveTo(instant: Instant): Promise<void>;
  /** Takes over what another process has added. */
  refresh(): Promise<void>;
  onJump(listener: (now: Instant) => void): void;
}

export async function openClock(store: OffsetStore): Promise<ServerClock> {
  const listeners: ((now: Instant) => void)[] = [];
  let offset = await store.read();
  const now = () => Date.now() + offset;
  const take = (next: number) => {
    if (next <= offset) return;
    offset = next;
    for (const listener of listeners) listener(now());
  };
  return {
    now,
    async moveTo(instant) {
      const next = instant - Date.now();
      if (next <= offset) return;
      await store.raise(next);
      take(next);
    },
    async refresh() {
      take(await store.read());
    },
    onJump: (listener) => void listeners.push(listener),
  };
}

/** Real time, which nothing can move: the clock of production mode. */
export function realClock(): ServerClock {
  return {
    now: Date.now,
    moveTo: () => Promise.reject(new Error("the clock of production mode cannot be moved")),
    refresh: () => Promise.resolve(),
    onJump: () => undefined,
  };
}
