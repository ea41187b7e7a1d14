import { useSyncExternalStore } from "react";
import type { LiveState } from "../live.ts";
import { useClient } from "./provider.tsx";

export interface Connection {
  readonly state: LiveState;
  /** Steps on this device that wait for the network. */
  readonly waiting: number;
}

/** How the connection is, for the quiet bar: live, or offline with so many steps waiting. */
export function useConnection(): Connection {
  const { live, queue } = useClient();
  const state = useSyncExternalStore((changed) => live.on("state", changed), live.state, live.state);
  const count = () => queue.waiting().length;
  const waiting = useSyncExternalStore((changed) => queue.on("change", changed), count, count);
  return { state, waiting };
}
