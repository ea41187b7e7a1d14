import { useConnection } from "@lingong/client/react";
import type { Instant } from "@lingong/domain";
import { ConnectionBar, useServerClock } from "@lingong/ui";
import { useEffect, useState } from "react";
import { useIsSignedIn } from "../session/session-context.tsx";

const quietFor = 1_500;
const backFor = 3_000;

/** The quiet bar: shown when the connection has been away for a moment, and a little while when it is back. */
export function Connection() {
  const { state, waiting } = useConnection();
  const signedIn = useIsSignedIn();
  const shown = useShown(signedIn && (state === "offline" || state === "connecting"));
  return <ConnectionBar state={shown.state} queued={waiting} asOf={shown.lostAt ?? undefined} />;
}

interface Shown {
  readonly state: "online" | "reconnecting" | "offline" | "back";
  readonly lostAt: Instant | null;
}

function useShown(away: boolean): Shown {
  const readClock = useServerClock();
  const [shown, setShown] = useState<Shown>({ state: "online", lostAt: null });
  useEffect(() => {
    if (away) {
      const lostAt = readClock();
      const timer = setTimeout(() => setShown({ state: navigator.onLine ? "reconnecting" : "offline", lostAt }), quietFor);
      return () => clearTimeout(timer);
    }
    setShown((before) => (before.lostAt === null ? before : { state: "back", lostAt: null }));
    const timer = setTimeout(() => setShown({ state: "online", lostAt: null }), backFor);
    return () => clearTimeout(timer);
  }, [away, readClock]);
  return shown;
}
