import { useEffect, useState } from "react";
import { useClient } from "./provider.tsx";

/**
 * The server's instant (epoch milliseconds), renewed every `everyMs`: countdowns use it, never the device's clock.
 * Give null to be told of jumps only.
 */
export function useServerClock(everyMs: number | null = 1_000): number {
  const { clock } = useClient();
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    const tick = () => setNow(clock.now());
    const end = clock.onChange(tick);
    const timer = everyMs === null ? undefined : setInterval(tick, everyMs);
    return () => {
      end();
      clearInterval(timer);
    };
  }, [clock, everyMs]);
  return now;
}
