import type { Me } from "@lingong/contracts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { isSignedOut } from "../errors.ts";
import { useClient, useTRPC } from "./provider.tsx";

export interface Session {
  /** Null: nobody is signed in. Undefined: not known yet. */
  readonly me: Me | null | undefined;
  /** Whether a session was there and has ended: the screen asks for sign-in and comes back to the same form. */
  readonly expired: boolean;
  /** Why it is not known who this is: the server could not be asked. Null otherwise. */
  readonly problem: unknown;
  /** After signing in or out by a mutation: asks again who this is. */
  refresh(): Promise<void>;
  signOut(): Promise<void>;
}

/** Who is signed in; opens the live connection for them and closes it when they leave. */
export function useSession(): Session {
  const client = useClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const query = useQuery({ ...trpc.accounts.me.queryOptions(), retry: (failures, error) => failures < 3 && !isSignedOut(error) });
  const signedOut = query.isError && isSignedOut(query.error);
  // A server that cannot be asked again for the moment does not sign anybody out.
  const signedIn = query.data !== undefined && !signedOut;
  useEffect(() => {
    if (signedIn) client.live.connect();
    else client.live.close();
  }, [client, signedIn]);
  const refresh = useCallback(async () => {
    client.live.close();
    await queryClient.resetQueries();
  }, [client, queryClient]);
  const signOut = useCallback(async () => {
    await client.api.accounts.signOut.mutate();
    await refresh();
  }, [client, refresh]);
  return {
    me: signedOut ? null : query.data,
    expired: signedOut && query.data !== undefined,
    problem: query.data === undefined && !signedOut ? query.error : null,
    refresh,
    signOut,
  };
}
