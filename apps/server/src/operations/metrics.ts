import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What an operator watches. Names are stable: dashboards rest on them. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<"method" | "route" | "status">;
  readonly sockets: Gauge<"app">;
  readonly hintsEmitted: Counter;
  readonly relayDrain: Histogram;
  readonly deadlinesFired: Counter<"what">;
  readonly deadlineLateness: Histogram;
  readonly dispatchRound: Histogram;
  readonly offersMade: Counter;
  readonly jobs: Counter<"task" | "result">;
}

const fast = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: "lingong_http_seconds",
      help: "Time to answer",
      labelNames: ["method", "route", "status"],
      buckets: fast,
      registers,
    }),
    sockets: new Gauge({ name: "lingong_sockets", help: "Live connections", labelNames: ["app"], registers }),
    hintsEmitted: new Counter({ name: "lingong_hints_total", help: "Hints sent to rooms", registers }),
    relayDrain: new Histogram({ name: "lingong_relay_seconds", help: "Time of a drain that moved something", buckets: fast, registers }),
    deadlinesFired: new Counter({ name: "lingong_deadlines_total", help: "Timed exits taken", labelNames: ["what"], registers }),
    deadlineLateness: new Histogram({
      name: "lingong_deadline_lateness_seconds",
      help: "How late a timed exit was taken",
      buckets: [...fast, 10, 60, 600],
      registers,
    }),
    dispatchRound: new Histogram({ name: "lingong_dispatch_seconds", help: "Time of a round", buckets: fast, registers }),
    offersMade: new Counter({ name: "lingong_offers_total", help: "Offers made", registers }),
    jobs: new Counter({ name: "lingong_jobs_total", help: "Calls to the outside", labelNames: ["task", "result"], registers }),
  };
}

/** Measures every answer by its route (never by its address: ids would make a series each). */
export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook("onResponse", (request, reply, done) => {
    const route = request.routeOptions.url ?? "none";
    metrics.requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
    done();
  });
}
