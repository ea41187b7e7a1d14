import type { LingongClient } from "@lingong/client";
import { HOUR, type Instant, MINUTE } from "@lingong/domain";

/** The server's one clock, which a development server lets its tests move forward. */
export interface HouseClock {
  readonly now: () => Promise<Instant>;
  readonly advance: (byMs: number) => Promise<Instant>;
  readonly advanceTo: (at: Instant) => Promise<Instant>;
  /** To five past eight of the next morning in Shanghai: new orders are then neither at night nor too late for a worker's day. */
  readonly morning: () => Promise<Instant>;
}

const zoneOffset = 8 * HOUR;
const day = 24 * HOUR;
/** Not on the half hour: the first start that a day offers must not pass while somebody fills in the wizard. */
const morningAt = 8 * HOUR + 5 * MINUTE;

export function createClock(client: LingongClient): HouseClock {
  const advance = async (byMs: number) => Date.parse((await client.api.development.advanceClock.mutate({ byMs })).now);
  const now = async () => Date.parse((await client.api.clock.now.query()).now);
  const advanceTo = async (at: Instant) => {
    const missing = at - (await now());
    return missing > 0 ? advance(missing) : now();
  };
  const morning = async () => {
    const local = ((await now()) + zoneOffset) % day;
    return advance((morningAt - local + day) % day || day);
  };
  return { now, advance, advanceTo, morning };
}
