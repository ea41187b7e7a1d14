import type { OrderCommand } from "@lingong/contracts";
import { createEmitter } from "./emitter.ts";
import { isSignedOut, isUncertain } from "./errors.ts";
import type { ClientStorage } from "./storage.ts";

/** A step a worker has taken, waiting for the network. The key makes sending it twice harmless. */
export interface QueuedStep {
  readonly key: string;
  readonly orderId: string;
  readonly command: OrderCommand;
  /** When it was done, by the device's clock corrected to the server's (ISO 8601; rules §2). */
  readonly performedAt: string;
}

export interface QueueEvents<Sent> {
  /** The queue's length has changed. */
  change: number;
  sent: { step: QueuedStep; answer: Sent };
  /** The server has refused a step for good: it is dropped, and the screen says so. */
  refused: { step: QueuedStep; error: unknown };
}

export interface OfflineQueue<Sent> {
  add(step: QueuedStep): Promise<void>;
  /** Sends what waits, in order, until the end or until the network fails again; at most one run at a time. */
  flush(): Promise<void>;
  waiting(): readonly QueuedStep[];
  /** Resolves when what a former page left behind has been read. */
  ready: Promise<void>;
  on<Name extends keyof QueueEvents<Sent>>(name: Name, listener: (value: QueueEvents<Sent>[Name]) => void): () => void;
}

const storageKey = "steps";

function parse(stored: string | null): QueuedStep[] {
  if (stored === null) return [];
  try {
    const steps: unknown = JSON.parse(stored);
    return Array.isArray(steps) ? (steps as QueuedStep[]) : [];
  } catch {
    return [];
  }
}

/** Steps taken without a network, kept in the device's storage and sent in their order when it is back. */
export function createOfflineQueue<Sent>(storage: ClientStorage, send: (step: QueuedStep) => Promise<Sent>): OfflineQueue<Sent> {
  const events = createEmitter<QueueEvents<Sent>>();
  let steps: QueuedStep[] = [];
  let flushing: Promise<void> | null = null;
  const keep = async (next: QueuedStep[]) => {
    steps = next;
    events.emit("change", steps.length);
    await storage.set(storageKey, steps.length === 0 ? null : JSON.stringify(steps));
  };
  const ready = storage.get(storageKey).then((stored) => {
    steps = [...parse(stored), ...steps];
    if (steps.length > 0) events.emit("change", steps.length);
  });
  const sendAll = async () => {
    await ready;
    for (let step = steps[0]; step !== undefined; step = steps[0]) {
      const current = step;
      try {
        const answer = await send(current);
        events.emit("sent", { step: current, answer });
      } catch (error) {
        if (isUncertain(error) || isSignedOut(error)) return;
        events.emit("refused", { step: current, error });
      }
      await keep(steps.filter(({ key }) => key !== current.key));
    }
  };
  return {
    ready,
    async add(step) {
      await ready;
      await keep([...steps, step]);
    },
    flush() {
      flushing ??= sendAll().finally(() => {
        flushing = null;
      });
      return flushing;
    },
    waiting: () => steps,
    on: (name, listener) => events.on(name, listener),
  };
}
