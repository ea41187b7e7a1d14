import type { AppRouter } from "@lingong/api";
import type { AppName } from "@lingong/contracts";
import { createTRPCClient, httpBatchLink, httpLink, splitLink, type TRPCClient } from "@trpc/client";
import type { ServerClock } from "./server-clock.ts";

export type LingongApi = TRPCClient<AppRouter>;

export interface TransportOptions {
  readonly url: string;
  readonly headers: () => Record<string, string>;
  readonly clock: ServerClock;
  readonly fetch: typeof fetch;
  /** A call without an answer by then has failed (and, if it changed something, is repeated with its key). */
  readonly timeoutMs: number;
}

/** The header in which the server tells its clock (epoch milliseconds) with every answer. */
const clockHeader = "x-lingong-now";

/** Gives each call a time-out, and reads the server's clock from its answer. */
function measuredFetch(options: TransportOptions): typeof fetch {
  return async (input, init) => {
    const timeout = AbortSignal.timeout(options.timeoutMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    const sent = Date.now();
    const response = await options.fetch(input, { ...init, signal, credentials: "include" });
    const server = Number(response.headers.get(clockHeader) ?? Number.NaN);
    if (Number.isFinite(server)) options.clock.sample({ sent, received: Date.now(), server });
    return response;
  };
}

/** The typed client. Questions travel together; a command travels alone, so that none waits for another. */
export function createApi(options: TransportOptions): LingongApi {
  const common = { url: `${options.url}/api/trpc`, headers: options.headers, fetch: measuredFetch(options) };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === "query",
        true: httpBatchLink({ ...common, maxItems: 20, maxURLLength: 4_000 }),
        false: httpLink(common),
      }),
    ],
  });
}

/** What every request says of its sender: the app (which cookie counts) and, outside browsers, the token. */
export function headersOf(app: AppName, token: string | undefined): Record<string, string> {
  return token === undefined ? { "x-lingong-app": app } : { "x-lingong-app": app, authorization: `Bearer ${token}` };
}
