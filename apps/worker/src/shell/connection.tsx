import type { LiveState } from "@lingong/client";
import { useConnection, useIsSignedIn } from "@lingong/client/react";
import { ConnectionBar, useConnectionNotice } from "@lingong/ui";
import { useNetwork } from "@mantine/hooks";
import { useWaitingPhotos } from "../photos/outbox-context.tsx";

/** A lost connection stays `offline` until it is back; `connecting` is only its very beginning. */
const away: Readonly<Record<LiveState, boolean>> = { idle: false, connecting: false, live: false, offline: true, signed_out: false };

/** The quiet bar: shown when the connection has been away for a moment, and a little while when it is back. */
export function Connection() {
  const { state, waiting } = useConnection();
  const photos = useWaitingPhotos();
  const signedIn = useIsSignedIn();
  const { online } = useNetwork();
  const notice = useConnectionNotice(signedIn && (!online || away[state]));
  return <ConnectionBar state={notice.state} queued={waiting + photos} asOf={notice.lostAt ?? undefined} />;
}
