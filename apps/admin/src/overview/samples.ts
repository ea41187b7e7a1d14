import { type Instant, MINUTE } from "@lingong/domain";

export interface Sample {
  readonly at: Instant;
  readonly value: number;
}

const apart = MINUTE;
const most = 24;

/** Adds what is seen now: at most one sample a minute, the last of a minute counts; the oldest go first. */
export function withSample(samples: readonly Sample[], { at, value }: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last === undefined || at < last.at) return [{ at, value }];
  const minute = (instant: Instant) => Math.floor(instant / apart);
  if (minute(last.at) === minute(at)) return last.value === value ? samples : [...samples.slice(0, -1), { at: last.at, value }];
  return [...samples, { at, value }].slice(-most);
}
