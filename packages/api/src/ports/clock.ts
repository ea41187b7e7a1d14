import type { Instant } from "@lingong/domain";

/** The one clock of the process. Everything that asks for the time asks it. */
export interface Clock {
  now(): Instant;
}

/** In development only: the demo and the simulator move time. */
export interface AdvanceableClock extends Clock {
  /** Moves the clock forward to `instant`; an earlier instant changes nothing. */
  advanceTo(instant: Instant): Promise<void> | void;
}
