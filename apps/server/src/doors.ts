import { join } from "node:path";
import { createContext, findSession, maySeePhoto, mayWatch, readCalendarFeed, receivePaymentEvent, type Services, type SignedIn } from "@lingong/api";
import { appName } from "@lingong/contracts";
import { type Database, feed, isId } from "@lingong/db";
import { createUploadServer, type Providers } from "@lingong/providers";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { ServerClock } from "./clock/clock.ts";
import type { Environment } from "./config/environment.ts";
import { createHttpApp } from "./http/app.ts";
import { requestFactsOf } from "./http/context.ts";
import { tokensOf } from "./http/tokens.ts";
import { createUploadHooks } from "./http/upload-hooks.ts";
import { createLiveAdapter } from "./live/adapter.ts";
import { createPositionReports } from "./live/positions.ts";
import { createLiveServer, type LiveOptions, type LiveServer } from "./live/sockets.ts";
import { checkHealth } from "./operations/health.ts";
import type { Metrics } from "./operations/metrics.ts";
import type { Shutdown } from "./stop/stop.ts";

export interface DoorsOptions {
  readonly environment: Environment;
  readonly logger: Logger;
  readonly shutdown: Shutdown;
  readonly services: Services;
  readonly providers: Providers;
  readonly metrics: Metrics;
  readonly database: { readonly db: Database; readonly url: string };
  readonly clock: ServerClock;
  readonly port: number;
  /** Called when a request may have committed something. */
  readonly onWrite: () => void;
}

export interface Doors {
  readonly io: LiveServer;
  readonly live: LiveOptions;
}

/** The living session of a token, if it is one of this app. */
async function authenticate(services: Services, app: SignedIn["app"], token: string): Promise<SignedIn | null> {
  const session = await findSession(services, token);
  return session?.app === app ? session : null;
}

/** A picture is asked for by an `<img>`, which names no app: whichever of the sender's sessions may see it, counts. */
async function maySeeFile(services: Services, request: FastifyRequest, fileId: string): Promise<boolean> {
  if (!isId(fileId)) return false;
  for (const { app, token } of tokensOf(request)) {
    const session = app === null ? await findSession(services, token) : await authenticate(services, app, token);
    if (session !== null && (await maySeePhoto(services, session, fileId))) return true;
  }
  return maySeePhoto(services, null, fileId);
}

function uploadServer(options: DoorsOptions, parseCookies: (header: string) => Record<string, string | undefined>) {
  const { services, providers, environment, logger, onWrite } = options;
  const hooks = createUploadHooks(services, parseCookies);
  return createUploadServer({
    path: "/uploads",
    directory: join(environment.dataDir, "uploads"),
    files: providers.files,
    hooks: { ...hooks, stored: (file, uploader) => hooks.stored(file, uploader).then(onWrite) },
    onError: (error) => logger.error({ error: error instanceof Error ? error.name : "unknown" }, "an upload failed"),
  });
}

async function openHttp(options: DoorsOptions): Promise<FastifyInstance> {
  const { services, providers, environment, onWrite } = options;
  const secure = services.publicUrl.startsWith("https:");
  const receivePayment = async (event: Parameters<typeof receivePaymentEvent>[1]) => {
    await receivePaymentEvent(services, event);
    onWrite();
  };
  return createHttpApp({
    logger: options.logger,
    secure,
    metrics: options.metrics,
    metricsToken: environment.metricsToken,
    health: () => checkHealth(options.database.db, options.clock.now()),
    now: options.clock.now,
    createContext: (request, reply) => createContext(services, requestFactsOf(request, reply, secure)),
    onWrite,
    maySeeFile: (request, fileId) => maySeeFile(services, request, fileId),
    files: providers.files,
    readCalendar: (token) => readCalendarFeed(services, token),
    uploads: (parseCookies) => uploadServer(options, parseCookies),
    payment: providers.payment,
    receivePayment,
    inbox: services.development?.inbox ?? null,
    appsFolder: environment.web ? environment.appsFolder : null,
  });
}

function liveOptions(
  options: DoorsOptions,
  app: FastifyInstance,
  adapter: LiveOptions["adapter"],
  emitPosition: LiveOptions["reportPosition"],
): LiveOptions {
  const { services, database, clock, metrics, logger } = options;
  return {
    server: app.server,
    adapter,
    parseCookies: (header) => app.parseCookie(header),
    authenticate: (name, token) => authenticate(services, appName.parse(name), token),
    forgetSessions: (userId) => services.sessions.forgetUser(userId),
    mayWatch: (session, orderId) => mayWatch(services, session, orderId),
    reportPosition: emitPosition,
    feedEnd: async () => (await feed.findEnds(database.db)).last,
    now: clock.now,
    metrics,
    onError: (error) =>
      logger.error({ error: error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : "unknown" }, "a live event failed"),
  };
}

/** Opens what the outside comes in by: HTTP and sockets, on one port. */
export async function openDoors(options: DoorsOptions): Promise<Doors> {
  const { environment, shutdown, services, clock, logger } = options;
  const app = await openHttp(options);
  const adapter = await createLiveAdapter({ databaseUrl: options.database.url, redisUrl: environment.redisUrl }, logger);
  shutdown.onStop("live adapter", () => adapter.close());
  const reports = createPositionReports({ services, emit: (orderId, position) => void io.to(`order:${orderId}`).emit("position", position) });
  const live = liveOptions(options, app, adapter.create, reports);
  const io: LiveServer = createLiveServer(live);
  clock.onJump((now) => void io.local.emit("clock", { now: new Date(now).toISOString() }));
  shutdown.onStop("http", () => app.close());
  await app.listen({ port: options.port, host: environment.host });
  // Not `io.close()`: it waits for every connection, and one that is asked again and again (a health check) never rests.
  // HTTP closes after this, and answers such a connection's next request with its end.
  shutdown.onStop("sockets", async () => {
    io.local.disconnectSockets(true);
    io.engine.close();
    await io.of("/").adapter.close();
  });
  return { io, live };
}
