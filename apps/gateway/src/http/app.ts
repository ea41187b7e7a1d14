import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { errorBody, errorStatuses, GatewayError } from "../errors.ts";
import { type ApiContext, registerApi } from "./api-routes.ts";
import { type CheckoutContext, refuseOnPage, registerCheckout } from "./checkout-routes.ts";

export const BODY_LIMIT_BYTES = 1_048_576;
const REQUEST_TIMEOUT_MS = 15_000;

/** Puts Fastify's, PostgreSQL's and our own refusals into our words; what nobody expected is internal and logged. */
function asGatewayError(error: unknown, log: Logger): GatewayError {
  if (error instanceof GatewayError) return error;
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return new GatewayError("too_large", "the body is larger than 1 MB");
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new GatewayError("unsupported_media_type", "send the media type this address takes");
  if (code.startsWith("FST_ERR_")) return new GatewayError("invalid_request", "the request cannot be read");
  log.error({ err: error }, "request failed");
  if (/^(ECONN|57P|08|53)/.test(code)) return new GatewayError("unavailable", "the database cannot be reached, try again");
  return new GatewayError("internal", "something went wrong here");
}

/** Bodies arrive as bytes: signatures are over what was sent, not over what a parser made of it. */
function takeBytes(app: FastifyInstance, mediaType: string): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(mediaType, { parseAs: "buffer" }, (_request, body, done) => done(null, body));
}

/** The gateway's HTTP side: the signed API and the hosted pages, each refusing in its own way. */
export function createApp(context: ApiContext & CheckoutContext, log: Logger): FastifyInstance {
  const app = Fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: REQUEST_TIMEOUT_MS * 2,
    keepAliveTimeout: 30_000,
    forceCloseConnections: "idle",
    logger: false,
    routerOptions: { maxParamLength: 200 },
  });

  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = asGatewayError(error, log);
    return reply.code(errorStatuses[refusal.code]).send(errorBody(refusal, request.id));
  };
  app.setErrorHandler(refuse);
  app.setNotFoundHandler((request, reply) => refuse(new GatewayError("not_found", "there is nothing at this address"), request, reply));

  app.get("/healthz", async () => {
    await context.pool.query("select 1");
    return { status: "ok" };
  });

  app.register(async (api) => {
    takeBytes(api, "application/json");
    registerApi(api, context);
  });
  app.register(async (pages) => {
    takeBytes(pages, "application/x-www-form-urlencoded");
    pages.setErrorHandler((error, request, reply) => {
      const refusal = asGatewayError(error, log);
      return refuseOnPage(refusal, errorStatuses[refusal.code], request, reply, () => errorBody(refusal, request.id));
    });
    registerCheckout(pages, context);
  });
  return app;
}
