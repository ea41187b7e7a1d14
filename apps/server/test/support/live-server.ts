import type { AddressInfo } from "node:net";
import { fastifyCookie } from "@fastify/cookie";
import type { SignedIn } from "@lingong/api";
import { type Hint, sinceInput } from "@lingong/contracts";
import { drainOutbox, feed, findUnemitted, leaveHints, markEmitted } from "@lingong/db";
import type { createTestDatabase } from "@lingong/db/testing";
import { initTRPC } from "@trpc/server";
import Fastify from "fastify";
import { pino } from "pino";
import { registerTrpc } from "../../src/http/trpc.ts";
import { createLiveAdapter } from "../../src/live/adapter.ts";
import { createLiveServer, emitHints } from "../../src/live/sockets.ts";
import { createMetrics } from "../../src/operations/metrics.ts";
import { hintOf, startRelay } from "../../src/relay/relay.ts";

const silent = pino({ level: "silent" });

/** People of these tests by token; whoever else comes has no session. */
export const people: Readonly<Record<string, SignedIn>> = Object.fromEntries(
  (
    [
      ["customer-token", "customer", false, []],
      ["worker-token", "worker", true, []],
      ["admin-token", "admin", false, ["operator"]],
    ] as const
  ).map(([token, app, isWorker, adminRoles]) => [
    token,
    { sessionId: `session of ${token}`, userId: `${app}-1`, app, cityId: "shanghai", isWorker, adminRoles, expiresAt: Number.MAX_SAFE_INTEGER },
  ]),
);

const t = initTRPC.context<{ session: SignedIn | null }>().create();

/** The rooms that the feed may be read for: those a socket of this session would be in. */
function roomsOf(session: SignedIn, orderIds: readonly string[] = []): string[] {
  return [`user:${session.userId}`, ...(session.app === "worker" ? [`city:${session.cityId}`] : []), ...orderIds.map((id) => `order:${id}`)];
}

export type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;

/** The live half of a server process (sockets, relay, feed) over a real database, without the use-cases. */
export async function startLiveServer(database: TestDatabase, options: { relay?: boolean; watchable?: string } = {}) {
  const { db, url } = database;
  const router = t.router({
    feed: t.router({
      since: t.procedure.input(sinceInput).query(async ({ ctx, input }) => {
        if (ctx.session === null) throw new Error("no session");
        const page = await feed.listSince(db, { position: input.position, rooms: roomsOf(ctx.session, input.orderIds), span: input.limit ?? 1_000 });
        return { hints: page.rows.map(hintOf), position: page.position, more: page.more, tooOld: page.tooOld };
      }),
    }),
  });
  const app = Fastify({ forceCloseConnections: true });
  const createContext = (request: { headers: { authorization?: string } }) => ({
    session: people[request.headers.authorization?.slice("Bearer ".length) ?? ""] ?? null,
  });
  await app.register(fastifyCookie);
  await registerTrpc(app, "/api/trpc", { router, createContext });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const adapter = await createLiveAdapter({ databaseUrl: url, redisUrl: null }, silent);
  const metrics = createMetrics();
  const io = createLiveServer({
    server: app.server,
    adapter: adapter.create,
    parseCookies: (header) => app.parseCookie(header),
    authenticate: async (name, token) => (people[token]?.app === name ? (people[token] ?? null) : null),
    forgetSessions: () => undefined,
    mayWatch: async (_session, orderId) => orderId === options.watchable,
    reportPosition: async () => ({ ok: true }),
    feedEnd: async () => (await feed.findEnds(db)).last,
    now: Date.now,
    metrics,
    onError: () => undefined,
  });
  const relay =
    options.relay === false
      ? null
      : startRelay({
          drain: () => drainOutbox(db),
          findUnemitted: () => findUnemitted(db, { staleAfter: 200 }),
          addJobs: async () => undefined,
          markEmitted: (range) => markEmitted(db, range),
          emit: (hints) => emitHints(io, hints),
          onRow: () => undefined,
          metrics,
          onError: () => undefined,
        });
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    io,
    relay,
    /** Commits a hint as a use-case would, and wakes the relay. */
    async publish(rooms: readonly string[], id: string, version = 1) {
      await leaveHints(db, [{ rooms, kind: "order", subjectId: id, version, data: null }], Date.now());
      void relay?.wake();
    },
    /** Ends every connection without a word, as a broken network does. */
    cut: () => io.engine.close(),
    async stop() {
      await relay?.stop();
      await io.close();
      await adapter.close();
      await app.close();
    },
  };
}

/** Gathers the ids of hints as they arrive. */
export function gather(on: (listener: (hint: Hint) => void) => unknown): string[] {
  const ids: string[] = [];
  on(({ id }) => ids.push(id));
  return ids;
}
