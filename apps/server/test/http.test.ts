import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registerCalendars } from "../src/http/calendars.ts";
import { type Health, registerOperations } from "../src/http/operations.ts";
import { registerSecurity } from "../src/http/security.ts";
import { registerWebApps } from "../src/http/web-apps.ts";
import { registerWebhooks } from "../src/http/webhooks.ts";
import { createMetrics, measureRequests } from "../src/operations/metrics.ts";

/** Three built apps, as small as they get. */
function builtApps(): string {
  const folder = mkdtempSync(join(tmpdir(), "lingong-apps-"));
  for (const name of ["customer", "worker", "admin"]) {
    const dist = join(folder, name, "dist");
    mkdirSync(join(dist, "assets"), { recursive: true });
    writeFileSync(join(dist, "index.html"), `<title>${name}</title>`);
    writeFileSync(join(dist, "assets", "main-Abc12345.js"), `console.log("${name}")`);
    writeFileSync(join(dist, "assets", "main-Abc12345.js.br"), brotliCompressSync(`console.log("${name}")`));
    writeFileSync(join(dist, "sw.js"), "self");
  }
  return folder;
}

test("a calendar answers to its secret address alone, and is kept by nobody on the way", async () => {
  const app = Fastify();
  const secret = "s".repeat(43);
  registerCalendars(app, { readCalendar: async (token) => (token === secret ? "BEGIN:VCALENDAR" : null) });
  const found = await app.inject({ url: `/calendar/${secret}.ics` });
  expect([found.statusCode, found.headers["content-type"], found.headers["cache-control"]]).toEqual([
    200,
    "text/calendar; charset=utf-8",
    "private, no-store",
  ]);
  for (const file of [`${"x".repeat(43)}.ics`, secret, `${secret}.txt`, "..%2F.ics", `${secret}%00.ics`])
    expect((await app.inject({ url: `/calendar/${file}` })).statusCode).toBe(404);
  await app.close();
});

describe("the web apps", () => {
  let app: FastifyInstance;
  let folder: string;
  beforeAll(async () => {
    folder = builtApps();
    app = Fastify();
    await registerSecurity(app, { secure: false, data: "/api/" });
    await registerWebApps(app, folder);
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });
  const get = (url: string, headers = {}) => app.inject({ url, headers });

  test.each([
    ["/", "customer"],
    ["/orders/01", "customer"],
    ["/worker/", "worker"],
    ["/worker/offers/7", "worker"],
    ["/admin/", "admin"],
    ["/admin/orders?state=matching", "admin"],
  ])("%s is a screen of the %s app, asked for anew each time", async (url, name) => {
    const response = await get(url);
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain(`<title>${name}</title>`);
    expect(response.headers["cache-control"]).toBe("no-cache");
  });

  test.each(["/worker", "/admin"])("%s leads to its app", async (url) => {
    const response = await get(url);
    expect([response.statusCode, response.headers.location]).toEqual([308, `${url}/`]);
  });

  test("hashed files are kept for ever, the service worker is not", async () => {
    expect((await get("/worker/assets/main-Abc12345.js")).headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await get("/worker/sw.js")).headers["cache-control"]).toBe("no-cache");
  });

  test("a compressed copy is sent to those who take it", async () => {
    const response = await get("/assets/main-Abc12345.js", { "accept-encoding": "br" });
    expect(response.headers["content-encoding"]).toBe("br");
    expect(response.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(response.headers["content-type"]).toContain("javascript");
  });

  test.each(["/assets/missing-Abc12345.js", "/api/nothing", "/files/nothing", "/worker/missing.png", "/dev/inbox"])(
    "%s is an error, not a screen",
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );

  test("a post to a screen is an error", async () => {
    expect((await app.inject({ method: "POST", url: "/orders/01" })).statusCode).toBe(404);
  });

  test.each(["/../../package.json", "/%2e%2e/%2e%2e/package.json", "/worker/..%2f..%2f..%2fpackage.json"])(
    "%s stays inside the build",
    async (url) => {
      expect((await get(url)).body).not.toContain("lingong");
    },
  );

  test("pages run our scripts and nobody else's, and are framed by nobody", async () => {
    const policy = String((await get("/")).headers["content-security-policy"]);
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test("data is no page, whatever a browser may think", async () => {
    const { headers } = await get("/api/nothing");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect(headers["content-security-policy"]).toBeUndefined();
  });

  test("an app that is not built is one sentence", async () => {
    const bare = Fastify();
    rmSync(join(folder, "admin", "dist"), { recursive: true });
    await expect(registerWebApps(bare, folder)).rejects.toThrow(/The admin app has not been built/);
  });
});

describe("for operators", () => {
  async function operating(health: Health, metricsToken: string | null = null) {
    const app = Fastify();
    const metrics = createMetrics();
    measureRequests(app, metrics);
    registerOperations(app, { health: async () => health, metrics, metricsToken });
    return app;
  }
  const well: Health = { ok: true, database: 1, waitingHints: 0, overdueDeadlines: 0 };

  test("health is 200 or 503, and never cached", async () => {
    const response = await (await operating(well)).inject("/healthz");
    expect([response.statusCode, response.json(), response.headers["cache-control"]]).toEqual([200, well, "no-store"]);
    expect((await (await operating({ ...well, ok: false, database: null })).inject("/healthz")).statusCode).toBe(503);
  });

  test("metrics are for this machine, or for whoever has the token", async () => {
    const local = await operating(well);
    await local.inject("/healthz");
    expect((await local.inject("/metrics")).body).toContain('lingong_http_seconds_count{method="GET",route="/healthz",status="200"} 1');
    expect((await local.inject({ url: "/metrics", remoteAddress: "10.0.0.9" })).statusCode).toBe(404);
    const guarded = await operating(well, "0123456789abcdef");
    expect((await guarded.inject("/metrics")).statusCode).toBe(404);
    expect((await guarded.inject({ url: "/metrics", headers: { authorization: "Bearer 0123456789abcdeX" } })).statusCode).toBe(404);
    expect(
      (await guarded.inject({ url: "/metrics", headers: { authorization: "Bearer 0123456789abcdef" }, remoteAddress: "10.0.0.9" })).statusCode,
    ).toBe(200);
  });
});

describe("payment webhooks", () => {
  async function receiving(receive: () => Promise<void>) {
    const app = Fastify();
    const bodies: string[] = [];
    await registerWebhooks(app, "/webhooks/payment", {
      payment: {
        webhookAnswer: "heard",
        verifyWebhook({ headers, body }) {
          bodies.push(Buffer.from(body).toString());
          if (headers["x-signature"] === "strange") return { ok: false, refusal: "unknown_event" };
          if (headers["x-signature"] !== "good") return { ok: false, refusal: "signature_wrong" };
          return { ok: true, event: { kind: "payment_failed", eventId: "1", at: 0, paymentId: "p", reason: "x" } };
        },
      },
      receive,
      onRefused: () => undefined,
    });
    const send = (signature: string, payload = '{"a" : 1}', type = "application/json") =>
      app.inject({ method: "POST", url: "/webhooks/payment", headers: { "content-type": type, "x-signature": signature }, payload });
    return { bodies, send };
  }

  test("the signature is checked over the exact bytes, whatever they are called", async () => {
    const { bodies, send } = await receiving(async () => undefined);
    const answer = await send("good", '{"a" :  1}\n', "text/weird");
    expect([answer.statusCode, answer.body]).toEqual([200, "heard"]);
    expect(bodies).toEqual(['{"a" :  1}\n']);
  });

  test("a wrong signature is refused and nothing is booked", async () => {
    let booked = 0;
    const { send } = await receiving(async () => void booked++);
    expect((await send("bad")).statusCode).toBe(401);
    const strange = await send("strange");
    expect([strange.statusCode, strange.body]).toEqual([200, "heard"]);
    expect(booked).toBe(0);
  });

  test("what could not be booked is answered with an error, so that it is sent again", async () => {
    const { send } = await receiving(() => Promise.reject(new Error("database away")));
    expect((await send("good")).statusCode).toBe(500);
  });

  test("a body of a megabyte is not read", async () => {
    const { bodies, send } = await receiving(async () => undefined);
    expect((await send("good", "x".repeat(1_000_000))).statusCode).toBe(413);
    expect(bodies).toEqual([]);
  });
});
