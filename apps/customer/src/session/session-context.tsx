import { useSession } from "@lingong/client/react";
import type { Me } from "@lingong/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef } from "react";
import { useSessionWatch } from "./use-session-watch.ts";

export interface CustomerSession {
  /** Who is signed in. Null: nobody; undefined: not known yet. While the session has expired: who it was. */
  readonly me: Me | null | undefined;
  /** The session has ended under the screen: it asks to sign in again and keeps what was typed. */
  readonly expired: boolean;
  /** Somebody has signed in. The same person as before goes on where they were; somebody else begins anew. */
  readonly signedIn: (who: Me) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Forgets who it was: an expired session that nobody takes up again. */
  readonly leave: () => Promise<void>;
}

const SessionContext = createContext<CustomerSession | null>(null);

/** Who this is, for the whole app; asked again as soon as any answer says that the session is over. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const { me, expired, refresh, signOut } = useSession();
  const queryClient = useQueryClient();
  const last = useRef<Me | null>(null);
  useSessionWatch();
  useEffect(() => {
    if (me) last.current = me;
    if (me === null && !expired) last.current = null;
  }, [me, expired]);
  const signedIn = useCallback(
    async (who: Me) => {
      if (last.current?.id === who.id) await queryClient.invalidateQueries();
      else await refresh();
    },
    [queryClient, refresh],
  );
  const shown = expired ? last.current : me;
  const value = useMemo(() => ({ me: shown, expired, signedIn, signOut, leave: refresh }), [shown, expired, signedIn, signOut, refresh]);
  return <SessionContext value={value}>{children}</SessionContext>;
}

export function useCustomerSession(): CustomerSession {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("useCustomerSession needs a SessionProvider around it");
  return session;
}

/** Whether somebody is signed in, and their session still counts. */
export function useIsSignedIn(): boolean {
  const { me, expired } = useCustomerSession();
  return me != null && !expired;
}
