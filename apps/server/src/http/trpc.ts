import { type AnyTRPCProcedure, type AnyTRPCRouter, getTRPCErrorFromUnknown, TRPCError, transformTRPCResponse } from "@trpc/server";
import { getHTTPStatusCode } from "@trpc/server/http";
import { getErrorShape } from "@trpc/server/shared";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

export interface TrpcOptions<Context> {
  readonly router: AnyTRPCRouter;
  readonly createContext: (request: FastifyRequest, reply: FastifyReply) => Promise<Context> | Context;
  readonly onError?: (failure: { error: TRPCError; path: string | undefined; request: FastifyRequest }) => void;
  readonly maxBatchSize?: number;
  /** Bytes of a body; a longer one is answered with PAYLOAD_TOO_LARGE. */
  readonly bodyLimit?: number;
}

/** One procedure asked for by a request; a batch has many. */
interface Call {
  readonly path: string;
  readonly procedure: AnyTRPCProcedure | undefined;
  readonly batchIndex: number;
}

const methodOf = { query: "GET", mutation: "POST", subscription: "GET" } as const;

/** Reads a request's inputs once and only when a procedure asks: what is refused before costs no parsing. */
function inputReader(request: FastifyRequest, batch: boolean) {
  let inputs: Record<number, unknown> | undefined;
  let failure: TRPCError | undefined;
  const parse = (): Record<number, unknown> => {
    const text = request.method === "GET" ? (request.query as Record<string, string | undefined>).input : (request.body as string | undefined);
    if (request.method === "GET" && !text) return {};
    const parsed: unknown = JSON.parse(text ?? "");
    if (!batch) return { 0: parsed };
    if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
      throw new TRPCError({ code: "BAD_REQUEST", message: '"input" needs to be an object when doing a batch call' });
    }
    return parsed as Record<number, unknown>;
  };
  const read = (index: number): unknown => {
    if (failure !== undefined) throw failure;
    try {
      inputs ??= parse();
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : "Invalid input";
      failure = cause instanceof TRPCError ? cause : new TRPCError({ code: "BAD_REQUEST", message, cause });
      throw failure;
    }
    return inputs[index];
  };
  return { read, already: (index: number) => inputs?.[index] };
}

/** Which procedures a request asks for. @throws TRPCError where it cannot be one of ours at all. */
function callsOf(request: FastifyRequest, batch: boolean, options: TrpcOptions<unknown>): Call[] {
  if (
    request.method !== "GET" &&
    request.body === undefined &&
    request.headers["content-type"]?.split(";", 1)[0]?.trim().toLowerCase() !== "application/json"
  ) {
    throw new TRPCError({ code: "UNSUPPORTED_MEDIA_TYPE", message: "Send JSON: content-type application/json" });
  }
  const path = (request.params as { path: string }).path;
  const paths = batch ? path.split(",") : [path];
  if (batch && options.maxBatchSize !== undefined && paths.length > options.maxBatchSize) {
    throw new TRPCError({ code: "BAD_REQUEST", message: "Batch call exceeds maximum size" });
  }
  if (request.headers["trpc-accept"] === "application/jsonl")
    throw new TRPCError({ code: "BAD_REQUEST", message: "Streaming is not offered here: use httpBatchLink" });
  const procedures: Readonly<Record<string, AnyTRPCProcedure>> = options.router._def.procedures;
  const calls = paths.map((one, batchIndex) => ({ path: one, procedure: procedures[one], batchIndex }));
  const types = new Set(calls.flatMap((call) => (call.procedure === undefined ? [] : [call.procedure._def.type])));
  if (types.size > 1) throw new TRPCError({ code: "BAD_REQUEST", message: `Cannot mix procedure types in call: ${[...types].join(", ")}` });
  return calls;
}

/** The procedure to run. @throws TRPCError: unknown, or asked for by the wrong method. */
function procedureOf({ path, procedure }: Call, method: string): AnyTRPCProcedure {
  if (procedure === undefined) throw new TRPCError({ code: "NOT_FOUND", message: `No procedure found on path "${path}"` });
  const { type } = procedure._def;
  if (type === "subscription" || methodOf[type] !== method) {
    throw new TRPCError({ code: "METHOD_NOT_SUPPORTED", message: `Unsupported ${method}-request to ${type} procedure at path "${path}"` });
  }
  return procedure;
}

/**
 * The HTTP side of tRPC, lean: it answers as the stock adapter does (the same tests run against both) but builds no web
 * Request, Response, Headers, URL or AbortSignal for each call, which halves the stock adapter's throughput (no use-case
 * stops half-way because somebody left). Bodies are JSON or refused
 * (415): a form or text/plain post from a foreign page would carry our cookie.
 */
export function trpcHandler<Context>(options: TrpcOptions<Context>) {
  const config = options.router._def._config;
  const failed = (request: FastifyRequest, cause: unknown, about: { call?: Call; input?: unknown; ctx?: unknown }) => {
    const error = getTRPCErrorFromUnknown(cause);
    const path = about.call?.path;
    options.onError?.({ error, path, request });
    const type = about.call?.procedure?._def.type ?? "unknown";
    return { error: getErrorShape({ config, error, type, path, input: about.input, ctx: about.ctx }) };
  };
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const batch = (request.query as Record<string, string>).batch === "1";
    const calls = callsOf(request, batch, options);
    // A context that cannot be made fails each call by itself, so that its shape is the call's.
    const { ctx, broken } = await Promise.try(() => options.createContext(request, reply)).then(
      (ctx) => ({ ctx, broken: null }),
      (cause: unknown) => ({ ctx: undefined, broken: getTRPCErrorFromUnknown(cause) }),
    );
    const { read, already } = inputReader(request, batch);
    const run = async (call: Call) => {
      try {
        const procedure = procedureOf(call, request.method);
        if (broken !== null) throw broken;
        const { path, batchIndex } = call;
        const data = await procedure({
          path,
          batchIndex,
          ctx,
          signal: undefined,
          type: procedure._def.type,
          getRawInput: async () => read(batchIndex),
        });
        return { result: { data } };
      } catch (cause) {
        return failed(request, cause, { call, input: already(call.batchIndex), ctx });
      }
    };
    const [first] = calls;
    return batch || first === undefined ? Promise.all(calls.map(run)) : run(first);
  };
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.method === "HEAD") return reply.code(204).send();
    reply.header("vary", "trpc-accept, accept").header("content-type", "application/json");
    const response = await answer(request, reply).catch((cause: unknown) => failed(request, cause, {}));
    return reply.code(getHTTPStatusCode(response)).send(JSON.stringify(transformTRPCResponse(config, response)));
  };
}

/** Mounts the handler; what Fastify itself refuses (too large, no JSON) gets the same error shape as everything else. */
export async function registerTrpc<Context>(app: FastifyInstance, prefix: string, options: TrpcOptions<Context>): Promise<void> {
  await app.register(
    async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser("application/json", { parseAs: "string", bodyLimit: options.bodyLimit }, (_request, body, done) => done(null, body));
      scope.setErrorHandler((cause: Error & { statusCode?: number }, request, reply) => {
        const code = cause.statusCode === 413 ? "PAYLOAD_TOO_LARGE" : cause.statusCode === 415 ? "UNSUPPORTED_MEDIA_TYPE" : "BAD_REQUEST";
        const error = new TRPCError({ code, message: cause.message, cause });
        options.onError?.({ error, path: undefined, request });
        const config = options.router._def._config;
        const response = { error: getErrorShape({ config, error, type: "unknown", path: undefined, input: undefined, ctx: undefined }) };
        return reply.code(getHTTPStatusCode(response)).header("content-type", "application/json").send(JSON.stringify(response));
      });
      scope.all("/:path", trpcHandler(options));
    },
    { prefix },
  );
}
