import { initTRPC, TRPCError } from "@trpc/server";
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import Fastify, { type FastifyInstance, type FastifyReply, type InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { registerTrpc } from "../src/http/trpc.ts";

interface Context {
  readonly user: string | null;
  readonly reply: FastifyReply;
}

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { ...shape.data, stack: undefined, domain: error.cause instanceof Error ? error.cause.message : null },
  }),
});

const router = t.router({
  hello: t.procedure.input(z.object({ name: z.string() })).query(({ input }) => ({ text: `你好 ${input.name}` })),
  nothing: t.procedure.query(() => undefined),
  optional: t.procedure.input(z.string().optional()).query(({ input }) => input ?? null),
  whoAmI: t.procedure.query(({ ctx }) => ctx.user),
  nested: t.router({ add: t.procedure.input(z.object({ a: z.int(), b: z.int() })).mutation(({ input }) => input.a + input.b) }),
  refuse: t.procedure.mutation(() => {
    throw new TRPCError({ code: "CONFLICT", message: "taken", cause: new Error("offer_taken") });
  }),
  crash: t.procedure.query(() => {
    throw new Error("boom");
  }),
  signIn: t.procedure.mutation(({ ctx }) => {
    ctx.reply.header("set-cookie", "session=1; HttpOnly");
    return true;
  }),
});

function createContext(request: { headers: Record<string, unknown> }, reply: FastifyReply): Context {
  if (request.headers["x-broken"] !== undefined) throw new TRPCError({ code: "SERVICE_UNAVAILABLE", message: "no database" });
  return { user: typeof request.headers.authorization === "string" ? request.headers.authorization : null, reply };
}

async function lean(): Promise<FastifyInstance> {
  const app = Fastify({ routerOptions: { maxParamLength: 5000 } });
  await registerTrpc(app, "/trpc", { router, createContext, maxBatchSize: 3 });
  return app;
}

async function stock(): Promise<FastifyInstance> {
  const app = Fastify({ routerOptions: { maxParamLength: 5000 } });
  const trpcOptions: FastifyTRPCPluginOptions<typeof router>["trpcOptions"] = {
    router,
    createContext: ({ req, res }) => createContext(req, res),
    maxBatchSize: 3,
  };
  await app.register(fastifyTRPCPlugin, { prefix: "/trpc", trpcOptions });
  return app;
}

const json = { "content-type": "application/json" };
const get = (path: string, input?: unknown, headers = {}): InjectOptions => ({
  method: "GET",
  url: `/trpc/${path}${path.includes("?") ? "&" : "?"}${input === undefined ? "" : `input=${encodeURIComponent(JSON.stringify(input))}`}`,
  headers,
});
const post = (path: string, body: unknown, headers = {}): InjectOptions => ({
  method: "POST",
  url: `/trpc/${path}`,
  headers: { ...json, ...headers },
  payload: typeof body === "string" ? body : JSON.stringify(body),
});

/** Requests that both must answer alike, by name. */
const cases: Record<string, InjectOptions> = {
  "a query": get("hello", { name: "王芳" }),
  "a query without input": get("nothing"),
  "an optional input left out": get("optional"),
  "an optional input given": get("optional", "x"),
  "the context's user": get("whoAmI", undefined, { authorization: "Bearer 1" }),
  "a nested mutation": post("nested.add", { a: 1, b: 2 }),
  "a mutation by GET": get("nested.add", { a: 1, b: 2 }),
  "a query by POST": post("hello", { name: "x" }),
  "a mutation by PUT": { ...post("nested.add", { a: 1, b: 2 }), method: "PUT" },
  "a mutation by DELETE": { ...post("nested.add", { a: 1, b: 2 }), method: "DELETE" },
  "an unknown procedure": get("nobody"),
  "an unknown procedure with broken input": post("nobody", "{"),
  "the name of an object's own member": get("constructor"),
  "an input that does not fit": get("hello", { name: 1 }),
  "a missing input": get("hello"),
  "a refusal": post("refuse", {}),
  "a crash": get("crash"),
  "a cookie that is set": post("signIn", {}),
  "broken JSON in the body": post("nested.add", "{a"),
  "broken JSON in the query": { method: "GET", url: "/trpc/hello?input=%7Ba" },
  "an empty body": post("nested.add", ""),
  "a batch of queries": get("hello,optional?batch=1", { 0: { name: "a" }, 1: "b" }),
  "a batch in which one fails": get("hello,crash?batch=1", { 0: { name: "a" } }),
  "a batch in which all fail alike": get("nobody,nobody?batch=1", {}),
  "a batch of mutations": post("nested.add,refuse?batch=1", { 0: { a: 1, b: 2 }, 1: {} }),
  "a batch of one": get("hello?batch=1", { 0: { name: "a" } }),
  "a batch that mixes types": post("hello,nested.add?batch=1", { 0: { name: "a" }, 1: { a: 1, b: 2 } }),
  "a batch that is too long": get("nothing,nothing,nothing,nothing?batch=1", {}),
  "a batch whose input is no object": get("hello?batch=1", "text"),
  "a context that cannot be made": get("hello", { name: "a" }, { "x-broken": "1" }),
  "a batch whose context cannot be made": get("hello,nothing?batch=1", { 0: { name: "a" } }, { "x-broken": "1" }),
  "a HEAD request": { method: "HEAD", url: "/trpc/hello" },
};

describe("our handler answers as the stock adapter does", () => {
  let apps: { lean: FastifyInstance; stock: FastifyInstance };
  beforeAll(async () => {
    apps = { lean: await lean(), stock: await stock() };
  });
  afterAll(async () => {
    await apps.lean.close();
    await apps.stock.close();
  });

  test.each(Object.entries(cases))("%s", async (_name, request) => {
    const [ours, theirs] = [await apps.lean.inject(request), await apps.stock.inject(request)];
    const shapeOf = (response: typeof ours) => ({
      status: response.statusCode,
      body: response.body === "" ? null : response.json(),
      // Two deliberate differences: Fastify adds the charset to a JSON text, and the stock adapter calls some of its JSON text/plain.
      type: response.headers["content-type"]?.toString().replace("; charset=utf-8", "").replace("text/plain;charset=UTF-8", "application/json"),
      vary: response.headers.vary,
      cookie: response.headers["set-cookie"],
    });
    expect(shapeOf(ours)).toEqual(shapeOf(theirs));
  });
});

describe("where it differs on purpose", () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await lean();
  });
  afterAll(() => app.close());

  const codeOf = (body: string) => JSON.parse(body).error.data.code;

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/octet-stream"])(
    "a post of %s is refused",
    async (type) => {
      const response = await app.inject({ method: "POST", url: "/trpc/nested.add", headers: { "content-type": type }, payload: '{"a":1,"b":2}' });
      expect(response.statusCode).toBe(415);
      expect(codeOf(response.body)).toBe("UNSUPPORTED_MEDIA_TYPE");
    },
  );

  test("a post without a content type is refused", async () => {
    const response = await app.inject({ method: "POST", url: "/trpc/signIn" });
    expect(response.statusCode).toBe(415);
  });

  test("streaming is refused", async () => {
    const response = await app.inject(get("hello?batch=1", { 0: { name: "a" } }, { "trpc-accept": "application/jsonl" }));
    expect(response.statusCode).toBe(400);
  });

  test("a body beyond the limit has tRPC's shape", async () => {
    const small = Fastify();
    await registerTrpc(small, "/trpc", { router, createContext, bodyLimit: 100 });
    const response = await small.inject(post("nested.add", { a: 1, b: 2, c: "x".repeat(200) }));
    expect(response.statusCode).toBe(413);
    expect(codeOf(response.body)).toBe("PAYLOAD_TOO_LARGE");
    await small.close();
  });
});
