import { type Duration, type Instant, SECOND } from "@lingong/domain";
import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from "react";

/** Reads the server's clock: this device's plus the offset the client has measured. */
export type ReadClock = () => Instant;

const deviceClock: ReadClock = () => Date.now();
const ClockContext = createContext<ReadClock>(deviceClock);

export interface ServerClockProviderProps {
  /** Server's clock minus the device's, in milliseconds. */
  readonly offset?: Duration;
  /** In place of offset: the whole clock, for tests, the gallery and a server whose clock is moved. */
  readonly read?: ReadClock;
  readonly children: ReactNode;
}

/** Every deadline on screen counts down by this clock and never by the device's alone. */
export function ServerClockProvider({ offset = 0, read, children }: ServerClockProviderProps) {
  const shifted = useCallback(() => Date.now() + offset, [offset]);
  return <ClockContext value={read ?? shifted}>{children}</ClockContext>;
}

/** The server's clock, to be read in an event handler. */
export function useServerClock(): ReadClock {
  return useContext(ClockContext);
}

/**
 * Now by the server's clock, in whole steps (a second unless told): the component renders again at each step. All
 * components with one step tick together.
 */
export function useServerNow(step: Duration = SECOND): Instant {
  const read = useContext(ClockContext);
  const subscribe = useCallback(
    (changed: () => void) => {
      let timer: ReturnType<typeof setTimeout>;
      const wait = () => {
        timer = setTimeout(
          () => {
            changed();
            wait();
          },
          Math.min(step, step - (read() % step)) + 1,
        );
      };
      wait();
      return () => clearTimeout(timer);
    },
    [read, step],
  );
  const snapshot = useCallback(() => Math.floor(read() / step) * step, [read, step]);
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}
