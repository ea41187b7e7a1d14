import { useConnection, useIsSignedIn } from "@lingong/client/react";
import { ConnectionBar, useConnectionNotice } from "@lingong/ui";
import { useRef } from "react";

/** The quiet bar: shown when the connection has been away for a moment, and a little while when it is back. */
export function Connection() {
  const { state, waiting } = useConnection();
  const signedIn = useIsSignedIn();
  const wasLive = useRef(false);
  if (state === "live") wasLive.current = true;
  // Connecting for the first time is loading the page, not a loss.
  const away = state === "offline" || (state === "connecting" && wasLive.current);
  const notice = useConnectionNotice(signedIn && away);
  return <ConnectionBar state={notice.state} queued={waiting} asOf={notice.lostAt ?? undefined} />;
}
