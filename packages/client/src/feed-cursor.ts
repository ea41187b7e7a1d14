import type { Hint, SinceInput, SinceOutput } from "@lingong/contracts";

/** Hints kept to recognise repeats before the feed is read again to raise the floor. */
const seenAtMost = 200;

export interface FeedCursorOptions {
  readonly since: (input: SinceInput) => Promise<SinceOutput>;
  readonly deliver: (hint: Hint) => void;
  readonly refetch: () => void;
}

export interface FeedCursor {
  /** A hint from the socket: delivered unless it was before. */
  receive(hint: Hint): void;
  /**
   * Reads the feed after the last position known to be complete. `connectedAt` is the feed's end when the rooms had
   * been joined: the start of a client that knows nothing yet. @throws when the feed cannot be read.
   */
  catchUp(connectedAt: number | null): Promise<void>;
  position(): number | null;
}

/**
 * Delivers each hint once. Everything up to `floor` has been delivered; beyond it the positions seen are remembered,
 * because two servers may emit out of order, so that a smaller position is not yet an old one.
 */
export function createFeedCursor(options: FeedCursorOptions): FeedCursor {
  let floor: number | null = null;
  let reading: Promise<void> | null = null;
  let waiting: Promise<void> | null = null;
  const seen = new Set<number>();

  const take = (hint: Hint) => {
    if ((floor !== null && hint.position <= floor) || seen.has(hint.position)) return;
    seen.add(hint.position);
    options.deliver(hint);
  };
  const raiseFloor = (position: number) => {
    floor = Math.max(floor ?? 0, position);
    for (const one of seen) if (one <= floor) seen.delete(one);
  };
  const read = async (from: number) => {
    for (let more = true, position = from; more; ) {
      const answer = await options.since({ position });
      if (answer.tooOld) {
        // Also when the feed is another one (a fresh database): its end may lie before our position.
        floor = answer.position;
        seen.clear();
        return options.refetch();
      }
      for (const hint of answer.hints) take(hint);
      raiseFloor(answer.position);
      more = answer.more && answer.position > position;
      position = answer.position;
    }
  };
  const catchUp = (connectedAt: number | null): Promise<void> => {
    if (floor === null && connectedAt === null) return Promise.resolve();
    if (floor === null) {
      raiseFloor(connectedAt ?? 0);
      options.refetch();
    }
    if (reading === null) {
      reading = read(floor ?? 0).finally(() => {
        reading = null;
      });
      return reading;
    }
    // The read under way may have begun before the rooms were joined: one more follows it, and only one.
    waiting ??= reading
      .catch(() => undefined)
      .then(() => {
        waiting = null;
        return catchUp(null);
      });
    return waiting;
  };
  return {
    receive(hint) {
      take(hint);
      if (seen.size > seenAtMost) void catchUp(null).catch(() => undefined);
    },
    catchUp,
    position: () => floor,
  };
}
