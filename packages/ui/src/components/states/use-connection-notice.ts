import type { Instant } from "@lingong/domain";
import { useEffect, useState } from "react";
import { useServerClock } from "../../time/server-clock.tsx";

const quietFor = 1_500;
const backFor = 3_000;

/** What the quiet bar says, and since when the page stands still. */
export interface ConnectionNotice {
  readonly state: "online" | "reconnecting" | "offline" | "back";
  readonly lostAt: Instant | null;
}

/** The bar's words for a connection that is away or not: nothing for a short loss, a moment of "back" afterwards. */
export function useConnectionNotice(away: boolean): ConnectionNotice {
  const readClock = useServerClock();
  const [notice, setNotice] = useState<ConnectionNotice>({ state: "online", lostAt: null });
  useEffect(() => {
    if (away) {
      const lostAt = readClock();
      const timer = setTimeout(() => setNotice({ state: navigator.onLine ? "reconnecting" : "offline", lostAt }), quietFor);
      return () => clearTimeout(timer);
    }
    setNotice((before) => (before.lostAt === null ? before : { state: "back", lostAt: null }));
    const timer = setTimeout(() => setNotice({ state: "online", lostAt: null }), backFor);
    return () => clearTimeout(timer);
  }, [away, readClock]);
  return notice;
}
