import { isSignedOut } from "@lingong/client";
import { useClient, useTRPC } from "@lingong/client/react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** Any answer (or the live connection) that says the session is over has the question "who is this" asked again. */
export function useSessionWatch(): void {
  const { live } = useClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(() => {
    const meKey = trpc.accounts.me.queryKey();
    const ask = () => void queryClient.invalidateQueries({ queryKey: meKey });
    const isMe = (key: readonly unknown[]) => JSON.stringify(key) === JSON.stringify(meKey);
    const ends = [
      queryClient.getQueryCache().subscribe((event) => {
        if (event.type !== "updated" || event.action.type !== "error" || isMe(event.query.queryKey)) return;
        if (isSignedOut(event.action.error)) ask();
      }),
      queryClient.getMutationCache().subscribe((event) => {
        if (event.type === "updated" && event.action.type === "error" && isSignedOut(event.action.error)) ask();
      }),
      live.on("state", (state) => {
        if (state === "signed_out") ask();
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [live, queryClient, trpc]);
}
