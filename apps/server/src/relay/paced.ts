import type { RoomHint } from "../live/sockets.ts";

/** Each order that comes or goes changes a city's hall, and everybody online there hears of it: so often is enough. */
const hallEveryMs = 1_000;

type Emit = (hints: readonly RoomHint[]) => void;

interface Hall {
  last: number;
  waiting: RoomHint | null;
}

/**
 * Sends hints on; of a city's hall at once after a quiet moment, then the newest once a second. A hint only says "look again",
 * so the newest says all. Fifty orders a second among two thousand workers would else be a hundred thousand messages.
 */
export function paced(emit: Emit, now: () => number = () => performance.now()): Emit {
  const halls = new Map<string, Hall>();
  const hold = (hall: Hall, hint: RoomHint) => {
    const isFirst = hall.waiting === null;
    hall.waiting = hint;
    if (!isFirst) return;
    const timer = setTimeout(
      () => {
        const newest = hall.waiting;
        Object.assign(hall, { last: now(), waiting: null });
        if (newest !== null) emit([newest]);
      },
      hall.last + hallEveryMs - now(),
    );
    timer.unref();
  };
  const isDue = (hint: RoomHint): boolean => {
    if (hint.hint.kind !== "hall") return true;
    const key = hint.rooms.join(" ");
    const hall = halls.get(key) ?? { last: Number.NEGATIVE_INFINITY, waiting: null };
    halls.set(key, hall);
    if (hall.waiting === null && now() - hall.last >= hallEveryMs) {
      hall.last = now();
      return true;
    }
    hold(hall, hint);
    return false;
  };
  return (hints) => emit(hints.filter(isDue));
}
