import { useConnection, useIsSignedIn } from "@lingong/client/react";
import { ConnectionBar, useConnectionNotice } from "@lingong/ui";

/** The quiet bar: shown when the connection has been away for a moment, and a little while when it is back. */
export function Connection() {
  const { state } = useConnection();
  const signedIn = useIsSignedIn();
  const notice = useConnectionNotice(signedIn && state === "offline");
  return <ConnectionBar state={notice.state} asOf={notice.lostAt ?? undefined} />;
}
