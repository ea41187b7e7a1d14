import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Metrics } from "../operations/metrics.ts";

/** What `/healthz` answers with; a number is milliseconds. */
export interface Health {
  readonly ok: boolean;
  readonly database: number | null;
  /** Outbox rows that wait for the relay. */
  readonly waitingHints: number | null;
  readonly overdueDeadlines: number | null;
}

export interface OperationsOptions {
  readonly health: () => Promise<Health>;
  readonly metrics: Metrics;
  readonly metricsToken: string | null;
}

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

function mayRead(request: FastifyRequest, token: string | null): boolean {
  if (token === null) return loopback.has(request.socket.remoteAddress ?? "") && request.headers["x-forwarded-for"] === undefined;
  const given = Buffer.from(request.headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** For balancers and operators: is this process well, and how does it do. */
export function registerOperations(app: FastifyInstance, options: OperationsOptions): void {
  app.get("/healthz", async (_request, reply) => {
    const health = await options.health();
    return reply
      .code(health.ok ? 200 : 503)
      .header("cache-control", "no-store")
      .send(health);
  });
  app.get("/metrics", async (request, reply) => {
    if (!mayRead(request, options.metricsToken)) return reply.code(404).send({ error: "not_found" });
    return reply.type(options.metrics.registry.contentType).send(await options.metrics.registry.metrics());
  });
}
