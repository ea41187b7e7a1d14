import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { createLingongClient, refusalOf } from "@lingong/client";
import { createTestDatabase } from "@lingong/db/testing";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { TestDatabase } from "./support/live-server.ts";
import { becomeWorker, cleaning, home, order, placeOrder, signUp, signUpCustomer, signUpWorker, until } from "./support/market.ts";
import { type ServerProcess, startServerProcess, temporaryData } from "./support/server-process.ts";

let database: TestDatabase;
let server: ServerProcess;
const data = temporaryData();

beforeAll(async () => {
  database = await createTestDatabase(inject("postgresUrl"));
  server = await startServerProcess({ databaseUrl: database.url, dataDir: data.path, env: { LOG_LEVEL: "info" } });
});
afterAll(async () => {
  await server.stop();
  await database.drop();
  data.remove();
});

test("an offer reaches the worker's socket within a second of the payment, and an accept the customer's", async () => {
  const [customer, worker] = [await signUpCustomer(server.url), await signUpWorker(server.url, { at: home, radiusKm: 5 })];
  const offered = Promise.withResolvers<string>();
  worker.live.on("hint", ({ kind, id }) => void (kind === "offer" && offered.resolve(id)));
  worker.live.connect();
  customer.live.connect();
  await expect.poll(() => [worker.live.state(), customer.live.state()]).toEqual(["live", "live"]);
  const orderId = await order(customer, cleaning(null));
  const from = performance.now();
  const offerId = await offered.promise;
  expect(performance.now() - from).toBeLessThan(1_000);
  const accepted = Promise.withResolvers<void>();
  customer.live.on("hint", ({ kind, id }) => void (kind === "order" && id === orderId && accepted.resolve()));
  const { contractHash } = await worker.api.offers.get.query({ offerId });
  await worker.api.offers.accept.mutate({ offerId, contractHash, idempotencyKey: crypto.randomUUID() });
  await accepted.promise;
  const state = async () => (await customer.api.orders.get.query({ orderId })).state;
  expect(await until("accepted", async () => ((await state()) === "accepted" ? "accepted" : null))).toBe("accepted");
  customer.close();
  worker.close();
});

/** The code of a refusal, or what else happened. */
function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => "done",
    (error: unknown) => refusalOf(error)?.code ?? String(error),
  );
}

describe("pictures", () => {
  /** A red dot: the smallest PNG there is. */
  const png = Uint8Array.fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
  const photo = (bytes: Uint8Array<ArrayBuffer>, type = "image/png") => ({ file: new Blob([bytes], { type }), purpose: "before" as const });

  test("are uploaded, seen by their owner and by nobody else", async () => {
    const [owner, stranger] = [await signUpCustomer(server.url), await signUpCustomer(server.url)];
    const progress: number[] = [];
    const photoId = await owner.upload({ ...photo(png), onProgress: (sent) => progress.push(sent) });
    expect(progress.at(-1)).toBe(png.length);
    const see = (token: string | undefined) =>
      fetch(`${server.url}/files/${photoId}?size=thumbnail`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
    const seen = await see(owner.token());
    expect([seen.status, seen.headers.get("content-type")]).toEqual([200, "image/webp"]);
    expect((await see(stranger.token())).status).toBe(404);
    expect((await see(undefined)).status).toBe(404);
  });

  test("that are none are refused, whatever they are called", async () => {
    const owner = await signUpCustomer(server.url);
    const page = new TextEncoder().encode("<html><script>alert(1)</script></html>");
    await expect(owner.upload(photo(page))).rejects.toThrow(/unsupported_file/);
  });

  test("that nobody announced are refused", async () => {
    const owner = await signUpCustomer(server.url);
    const headers = {
      authorization: `Bearer ${owner.token()}`,
      "tus-resumable": "1.0.0",
      "upload-length": "10",
      "upload-metadata": `photoId ${btoa("01990000-0000-7000-8000-000000000001")}`,
    };
    expect((await fetch(`${server.url}/uploads`, { method: "POST", headers })).status).toBe(404);
    expect((await fetch(`${server.url}/uploads`, { method: "POST", headers: { ...headers, authorization: "Bearer none" } })).status).toBe(401);
    expect(
      (await fetch(`${server.url}/uploads`, { method: "POST", headers: { ...headers, "upload-metadata": `photoId ${btoa("' or 1=1")}` } })).status,
    ).toBe(404);
  });
});

describe("bad input", () => {
  const raw = (path: string, init: RequestInit) =>
    fetch(`${server.url}/api/trpc/${path}`, {
      ...init,
      headers: { "content-type": "application/json", "x-lingong-app": "customer", ...init.headers },
    });
  const domainOf = async (response: Response) => [
    response.status,
    ((await response.json()) as { error: { data: { domain: { code: string } } } }).error.data.domain.code,
  ];

  /** What is answered to a body of so many bytes after its first few: whoever sent it all might find the connection closed before reading. */
  const answerToBeginning = (path: string, bytes: number) =>
    new Promise<readonly [number | undefined, string]>((resolve, reject) => {
      const headers = { "content-type": "application/json", "content-length": bytes, "x-lingong-app": "customer" };
      const sent = request(`${server.url}/api/trpc/${path}`, { method: "POST", headers }, (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (text: string) => {
          body += text;
        });
        response.on("end", () => {
          resolve([response.statusCode, JSON.parse(body).error.data.domain.code]);
          sent.destroy();
        });
      });
      sent.on("error", reject);
      sent.write('{"phone":"1111');
    });

  test("nobody, a forged token, and the wrong app are told so", async () => {
    const nobody = createLingongClient({ url: server.url, app: "customer" });
    expect(await codeOf(nobody.api.accounts.me.query())).toBe("not_signed_in");
    const forged = createLingongClient({ url: server.url, app: "customer", token: "x".repeat(43) });
    expect(await codeOf(forged.api.accounts.me.query())).toBe("session_expired");
    const customer = await signUpCustomer(server.url);
    expect(await codeOf(customer.api.workers.today.query())).toBe("wrong_role");
    expect(await codeOf(customer.api.admin.trialBalance.query())).toBe("wrong_role");
  });

  test("unknown and other people's orders are refused alike", async () => {
    const [owner, stranger] = [await signUpCustomer(server.url), await signUpCustomer(server.url)];
    const orderId = await order(owner, cleaning(null));
    expect(await codeOf(stranger.api.orders.get.query({ orderId }))).toMatch(/not_found|not_yours/);
    expect(await codeOf(stranger.act(orderId, { type: "cancel", reason: "mine now" }))).toMatch(/not_found|not_yours/);
    expect(await codeOf(stranger.api.orders.get.query({ orderId: "01990000-0000-7000-8000-00000000000f" }))).toBe("not_found");
    expect(await codeOf(owner.act(orderId, { type: "confirm" }))).toBe("wrong_state");
    expect(await codeOf(owner.act(orderId, { type: "cancel", reason: "changed my mind" }))).toBe("done");
  });

  test("absurd amounts and times are refused", async () => {
    const customer = await signUpCustomer(server.url);
    const place = (change: object) =>
      codeOf(customer.api.orders.createDraft.mutate({ idempotencyKey: crypto.randomUUID(), terms: { ...cleaning(null), ...change } }));
    for (const change of [
      { rateFenPerHour: -1 },
      { rateFenPerHour: 0.5 },
      { rateFenPerHour: 2 ** 60 },
      { bookedMinutes: 0 },
      { bookedMinutes: Number.MAX_SAFE_INTEGER },
      { headcount: -3 },
    ]) {
      expect(await place(change)).toBe("invalid_input");
    }
  });

  test("ten megabytes, broken JSON, and forms are refused before anything reads them", async () => {
    expect(await answerToBeginning("accounts.requestCode", 10_000_000)).toEqual([413, "too_large"]);
    expect(await domainOf(await raw("accounts.requestCode", { method: "POST", body: "{" }))).toEqual([400, "invalid_input"]);
    expect(
      (await raw("accounts.signOut", { method: "POST", body: "a=1", headers: { "content-type": "application/x-www-form-urlencoded" } })).status,
    ).toBe(415);
  });

  test("an expired, a wrong and a spent code are refused", async () => {
    const client = createLingongClient({ url: server.url, app: "customer" });
    const phone = "17299988877";
    await client.api.accounts.requestCode.mutate({ phone });
    const [message] = await client.api.development.inbox.query({ phone });
    const code = message?.code ?? "";
    const wrong = code === "000000" ? "000001" : "000000";
    expect(await codeOf(client.api.accounts.signInWithCode.mutate({ phone, code: wrong, transport: "bearer" }))).toBe("code_wrong");
    expect(await codeOf(client.api.accounts.signInWithCode.mutate({ phone, code, transport: "bearer" }))).toBe("done");
    expect(await codeOf(client.api.accounts.signInWithCode.mutate({ phone, code, transport: "bearer" }))).toMatch(/code_wrong|code_expired/);
  });

  test("a webhook that the provider did not sign books nothing", async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${server.url}/webhooks/payment`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ type: "payment.captured" }),
      });
    expect((await post({})).status).toBe(401);
    expect((await post({ "x-gateway-signature": "t=1,v1=00" })).status).toBe(401);
  });
});

test("a session that is ended elsewhere closes its live connection", async () => {
  const client = await signUpCustomer(server.url);
  client.live.connect();
  await expect.poll(() => client.live.state()).toBe("live");
  await client.api.accounts.signOutEverywhere.mutate();
  await expect.poll(() => client.live.state(), { timeout: 5_000 }).toBe("signed_out");
  expect(await codeOf(client.api.accounts.me.query())).toBe("session_expired");
});

test("who registers as a worker while connected goes on as one: positions count, and the city is heard", async () => {
  const client = await signUp(server.url, "worker");
  client.live.connect();
  await expect.poll(() => client.live.state()).toBe("live");
  const here = { position: home, at: new Date().toISOString(), accuracyMetres: 10 };
  expect(await client.live.reportPosition(here)).toEqual({ ok: false, code: "wrong_role" });
  await becomeWorker(client, { at: home, radiusKm: 5 });
  await expect.poll(() => client.live.reportPosition({ ...here, at: new Date().toISOString() })).toEqual({ ok: true });
  const heard: string[] = [];
  client.live.on("hint", ({ kind }) => void heard.push(kind));
  await order(await signUpCustomer(server.url), cleaning(null));
  await expect.poll(() => heard).toContain("hall");
  await client.api.workers.setOnline.mutate({ online: false });
  client.close();
});

test("the clock moves through the timers: an unpaid order expires on the way", async () => {
  const customer = await signUpCustomer(server.url);
  const orderId = await placeOrder(customer, cleaning(null));
  customer.live.connect();
  await expect.poll(() => customer.live.state()).toBe("live");
  const before = customer.clock.now();
  const { fired } = await customer.api.development.advanceClock.mutate({ byMs: 3_600_000 });
  expect(fired).toBeGreaterThan(0);
  expect((await customer.api.orders.get.query({ orderId })).state).toBe("expired");
  expect(customer.clock.now() - before).toBeGreaterThan(3_500_000);
  customer.close();
});

test("the log holds no code, token or number of those who came", async () => {
  const log = readFileSync(join(data.path, "server.log"), "utf8");
  expect(log).not.toMatch(/\b172\d{8}\b|310115\d{11}|Bearer [\w-]{20,}|验证码/);
});
