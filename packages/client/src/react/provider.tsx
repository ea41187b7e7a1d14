import type { AppRouter } from "@lingong/api";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { LingongClient } from "../client.ts";
import { isUncertain } from "../errors.ts";
import { createInvalidator } from "./invalidation.ts";

const trpc = createTRPCContext<AppRouter>();

/** Every procedure as TanStack Query options: `useQuery(useTRPC().orders.get.queryOptions({ orderId }))`. */
export const useTRPC = trpc.useTRPC;

const ClientContext = createContext<LingongClient | null>(null);

/** The client of the `LingongProvider` around. */
export function useClient(): LingongClient {
  const client = useContext(ClientContext);
  if (client === null) throw new Error("useClient needs a <LingongProvider> around it");
  return client;
}

/** A query client for live screens: hints say when something is old, and only what has no answer is asked again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, refetchOnWindowFocus: true, retry: (failures, error) => failures < 3 && isUncertain(error) },
      mutations: { retry: false },
    },
  });
}

/** Farther than this no clock drifts: it was set, and what may be done now is asked anew. */
const clockJump = 30_000;

/** Everything on screen hears of what the server says: hints mark queries as old, a gap or a jump of its clock marks them all. */
function useLiveQueries(client: LingongClient, queryClient: QueryClient): void {
  useEffect(() => {
    let known = client.clock.offset();
    const ends = [
      client.clock.onChange((offset) => {
        if (Math.abs(offset - known) > clockJump) void queryClient.invalidateQueries();
        known = offset;
      }),
      client.live.on("hint", createInvalidator(queryClient)),
      client.live.on("refetch", () => void queryClient.invalidateQueries()),
      client.queue.on("sent", () => void queryClient.invalidateQueries()),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [client, queryClient]);
}

const flushEvery = 10_000;

/** What waits on the device goes out as soon as the browser says that the network is back, and now and then while it waits. */
function useFlushes({ queue, chat, positions }: LingongClient): void {
  useEffect(() => {
    const flush = () => {
      void queue.flush();
      void chat.flush();
      void positions.flush();
    };
    const waits = () => queue.waiting().length > 0 || chat.unsent().some(({ state }) => state === "waiting");
    const timer = setInterval(() => waits() && flush(), flushEvery);
    addEventListener("online", flush);
    return () => {
      clearInterval(timer);
      removeEventListener("online", flush);
    };
  }, [queue, chat, positions]);
}

export interface LingongProviderProps {
  readonly client: LingongClient;
  readonly queryClient?: QueryClient;
  readonly children: ReactNode;
}

/** Around an app: its client, its queries, its live connection (opened by `useSession` once somebody is signed in). */
export function LingongProvider({ client, queryClient: given, children }: LingongProviderProps) {
  const [queryClient] = useState(() => given ?? createQueryClient());
  useLiveQueries(client, queryClient);
  useFlushes(client);
  return (
    <ClientContext.Provider value={client}>
      <QueryClientProvider client={queryClient}>
        <trpc.TRPCProvider trpcClient={client.api} queryClient={queryClient}>
          {children}
        </trpc.TRPCProvider>
      </QueryClientProvider>
    </ClientContext.Provider>
  );
}
