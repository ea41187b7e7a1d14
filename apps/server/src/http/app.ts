import { fastifyCookie } from "@fastify/cookie";
import { type AppRouter, appRouter, type Context, type PaymentEvent, type SmsInbox } from "@lingong/api";
import type { LocalFileStore, UploadServer } from "@lingong/providers";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { type Metrics, measureRequests } from "../operations/metrics.ts";
import { registerCalendars } from "./calendars.ts";
import { registerFiles } from "./files.ts";
import { registerInboxPage } from "./inbox-page.ts";
import { type Health, registerOperations } from "./operations.ts";
import { registerSecurity } from "./security.ts";
import { registerTrpc } from "./trpc.ts";
import { registerUploads } from "./uploads.ts";
import { registerWebApps } from "./web-apps.ts";
import { registerWebhooks } from "./webhooks.ts";

export interface HttpOptions {
  readonly logger: Logger;
  readonly secure: boolean;
  readonly metrics: Metrics;
  readonly metricsToken: string | null;
  readonly health: () => Promise<Health>;
  readonly now: () => number;
  readonly createContext: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  /** Called when a call that changes something has ended, before its answer leaves. */
  readonly onWrite: () => void;
  readonly maySeeFile: (request: FastifyRequest, fileId: string) => Promise<boolean>;
  readonly files: LocalFileStore;
  readonly readCalendar: (token: string) => Promise<string | null>;
  /** Made when cookies can be parsed. */
  readonly uploads: (parseCookies: (header: string) => Record<string, string | undefined>) => UploadServer;
  readonly payment: Parameters<typeof registerWebhooks>[2]["payment"];
  readonly receivePayment: (event: PaymentEvent) => Promise<unknown>;
  /** Development only; null: there is no such page. */
  readonly inbox: SmsInbox | null;
  /** The folder of the built apps; null: this process serves none. */
  readonly appsFolder: string | null;
}

/** Bytes of a tRPC body: a form is small, pictures go by tus. */
const largestBody = 262_144;
const requestTimeoutMs = 30_000;
const apiPrefix = "/api/trpc";

/** One line for each answer that says something went wrong; addresses, bodies and headers are never in it. */
function logAnswers(app: FastifyInstance, logger: Logger): void {
  app.addHook("onResponse", (request, reply, done) => {
    if (reply.statusCode >= 500) {
      logger.warn(
        { method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
        "answered with an error",
      );
    }
    done();
  });
}

/** The HTTP side of the server: what is mounted where. */
export async function createHttpApp(options: HttpOptions): Promise<FastifyInstance> {
  const { logger } = options;
  const app = Fastify({
    logger: false,
    trustProxy: options.secure,
    bodyLimit: largestBody,
    requestTimeout: requestTimeoutMs,
    keepAliveTimeout: 72_000,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 5_000, ignoreTrailingSlash: false },
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) logger.error({ error: error.name, stack: error.stack?.split("\n").slice(1, 8) }, "a request failed");
    return reply.code(status).send({ error: { code: status >= 500 ? "internal" : status === 413 ? "too_large" : "invalid_input" } });
  });
  logAnswers(app, logger);
  measureRequests(app, options.metrics);
  registerSecurity(app, { secure: options.secure, data: `${apiPrefix}/` });
  await app.register(fastifyCookie);
  await registerApi(app, options);
  registerOperations(app, options);
  registerFiles(app, { files: options.files, maySee: options.maySeeFile });
  registerCalendars(app, options);
  await registerUploads(
    app,
    "/uploads",
    options.uploads((header) => app.parseCookie(header)),
  );
  await registerWebhooks(app, "/webhooks/payment", {
    payment: options.payment,
    receive: options.receivePayment,
    onRefused: (refusal) => logger.warn({ refusal }, "a payment webhook was refused"),
  });
  if (options.inbox !== null) registerInboxPage(app, options.inbox);
  if (options.appsFolder !== null) await registerWebApps(app, options.appsFolder);
  return app;
}

async function registerApi(app: FastifyInstance, options: HttpOptions): Promise<void> {
  const router: AppRouter = appRouter;
  await app.register(async (scope) => {
    scope.addHook("onSend", (request, reply, _payload, done) => {
      if (request.method === "POST") options.onWrite();
      reply.header("x-lingong-now", options.now()).header("cache-control", "no-store");
      done();
    });
    await registerTrpc(scope, apiPrefix, { router, createContext: options.createContext, maxBatchSize: 20, bodyLimit: largestBody });
  });
}
