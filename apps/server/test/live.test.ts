import { setTimeout as wait } from "node:timers/promises";
import { createLingongClient, type LingongClient } from "@lingong/client";
import type { ClientToServerEvents, ServerToClientEvents } from "@lingong/contracts";
import { drainOutbox, leaveHints } from "@lingong/db";
import { createTestDatabase } from "@lingong/db/testing";
import { io as connectSocket, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { gather, startLiveServer, type TestDatabase } from "./support/live-server.ts";

const order = "01990000-0000-7000-8000-000000000001";
type RawSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

let database: TestDatabase;
let one: Awaited<ReturnType<typeof startLiveServer>>;
let other: Awaited<ReturnType<typeof startLiveServer>>;
const open: { close(): void }[] = [];

beforeAll(async () => {
  database = await createTestDatabase(inject("postgresUrl"));
  one = await startLiveServer(database, { watchable: order });
  other = await startLiveServer(database, { relay: false });
});
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});
afterAll(async () => {
  await one.stop();
  await other.stop();
  await database.drop();
});

async function liveClient(app: "customer" | "worker" | "admin", url = one.url): Promise<LingongClient> {
  const client = createLingongClient({ url, app, token: `${app}-token` });
  open.push(client);
  client.live.connect();
  await expect.poll(() => client.live.state()).toBe("live");
  return client;
}

function rawSocket(auth: Record<string, unknown>, extraHeaders: Record<string, string> = {}): RawSocket {
  const socket: RawSocket = connectSocket(one.url, { path: "/live", transports: ["websocket"], reconnection: false, auth, extraHeaders });
  open.push(socket);
  return socket;
}

/** The code with which a connection was refused, or "connected". */
function outcome(socket: RawSocket): Promise<string> {
  return new Promise((resolve) => {
    socket.on("connect_error", (error) => resolve((error as Error & { data?: { code: string } }).data?.code ?? "closed"));
    socket.on("ready", () => resolve("connected"));
  });
}

describe("who may come in", () => {
  test.each([
    ["nobody", {}],
    ["a token of nobody", { app: "customer", token: "made up" }],
    ["a token of another app", { app: "admin", token: "customer-token" }],
    ["an app that there is not", { app: "root", token: "customer-token" }],
    ["a token that is no text", { app: "customer", token: { $ne: "" } }],
  ])("%s is refused", async (_name, auth) => {
    expect(await outcome(rawSocket(auth))).toBe("not_signed_in");
  });

  test("a browser's cookie counts, in its own app", async () => {
    const cookie = { cookie: "lingong_customer=customer-token; other=1" };
    expect(await outcome(rawSocket({ app: "customer" }, cookie))).toBe("connected");
    expect(await outcome(rawSocket({ app: "worker" }, cookie))).toBe("not_signed_in");
  });

  test("a page of another site is refused, cookie or not", async () => {
    const headers = { cookie: "lingong_customer=customer-token", origin: "https://evil.example" };
    expect(await outcome(rawSocket({ app: "customer" }, headers))).toBe("closed");
  });

  test("a client without a session says so, and does not try for ever", async () => {
    const client = createLingongClient({ url: one.url, app: "customer", token: "made up" });
    open.push(client);
    client.live.connect();
    await expect.poll(() => client.live.state()).toBe("signed_out");
  });
});

describe("hints", () => {
  test("reach the rooms they are for, and nobody else", async () => {
    const [customer, worker, admin] = [await liveClient("customer"), await liveClient("worker"), await liveClient("admin")];
    const heard = [customer, worker, admin].map(({ live }) => gather((listener) => live.on("hint", listener)));
    await one.publish(["user:customer-1"], "for the customer");
    await one.publish(["city:shanghai"], "for the city's workers");
    await one.publish(["admins"], "for admins");
    await one.publish([], "for the machine");
    await one.publish(["user:customer-1", "user:worker-1", "admins"], "for all three");
    await expect.poll(() => heard.map((ids) => ids.length)).toEqual([2, 2, 2]);
    expect(heard.map((ids) => ids.toSorted())).toEqual([
      ["for all three", "for the customer"],
      ["for all three", "for the city's workers"],
      ["for admins", "for all three"],
    ]);
  });

  test("of an order reach those who watch it and may", async () => {
    const customer = await liveClient("customer");
    const ids = gather((listener) => customer.live.on("hint", listener));
    const end = customer.live.watch(order);
    customer.live.watch("01990000-0000-7000-8000-000000000002");
    await wait(100);
    await one.publish([`order:${order}`], "watched");
    await one.publish(["order:01990000-0000-7000-8000-000000000002"], "not allowed");
    await expect.poll(() => ids).toEqual(["watched"]);
    end();
    await wait(100);
    await one.publish([`order:${order}`], "no more");
    await wait(150);
    expect(ids).toEqual(["watched"]);
  });

  test("cross from one server process to another", async () => {
    const customer = await liveClient("customer", other.url);
    const ids = gather((listener) => customer.live.on("hint", listener));
    await one.publish(["user:customer-1"], "from the other process");
    await expect.poll(() => ids).toEqual(["from the other process"]);
  });

  test("missed while the connection was cut arrive after it, each once", async () => {
    const customer = await liveClient("customer");
    const ids = gather((listener) => customer.live.on("hint", listener));
    await one.publish(["user:customer-1"], "before");
    await expect.poll(() => ids).toEqual(["before"]);
    for (const socket of await one.io.fetchSockets()) socket.disconnect(true);
    await expect.poll(() => customer.live.state()).not.toBe("live");
    for (let count = 1; count <= 30; count += 1) await one.publish(["user:customer-1"], `missed ${count}`);
    customer.live.close();
    customer.live.connect();
    await expect.poll(() => ids.length).toBe(31);
    await one.publish(["user:customer-1"], "after");
    await expect.poll(() => ids.length).toBe(32);
    expect(ids.toSorted()).toEqual(["after", "before", ...Array.from({ length: 30 }, (_, index) => `missed ${index + 1}`)].toSorted());
  });

  test("that a drainer moved before it died are sent by the next", async () => {
    const customer = await liveClient("customer");
    const ids = gather((listener) => customer.live.on("hint", listener));
    await one.relay?.wake();
    await leaveHints(database.db, [{ rooms: ["user:customer-1"], kind: "order", subjectId: "orphan", version: 1, data: null }], Date.now());
    const drained = await drainOutbox(database.db);
    expect(drained.map(({ subjectId }) => subjectId)).toContain("orphan");
    await expect.poll(() => ids, { timeout: 5_000 }).toContain("orphan");
  });

  test("of a thousand concurrent commits all arrive, each once", async () => {
    const customer = await liveClient("customer", other.url);
    const ids = gather((listener) => customer.live.on("hint", listener));
    await Promise.all(Array.from({ length: 1_000 }, (_, index) => one.publish(["user:customer-1"], `burst ${index}`)));
    await expect.poll(() => ids.length, { timeout: 10_000 }).toBe(1_000);
    expect(new Set(ids).size).toBe(1_000);
  });
});

describe("a stranger's events", () => {
  test.each([
    ["no input", undefined],
    ["an id that is none", { orderId: "../../etc" }],
    ["a number", 7],
  ])("%s is refused and the connection lives", async (_name, input) => {
    const socket = rawSocket({ app: "customer", token: "customer-token" });
    expect(await outcome(socket)).toBe("connected");
    const answer = await socket.timeout(1_000).emitWithAck("watch", input as { orderId: string });
    expect(answer).toEqual({ ok: false, code: "invalid_input" });
    expect(socket.connected).toBe(true);
  });

  test("somebody else's order is as unknown as none", async () => {
    const socket = rawSocket({ app: "customer", token: "customer-token" });
    expect(await outcome(socket)).toBe("connected");
    expect(await socket.timeout(1_000).emitWithAck("watch", { orderId: "01990000-0000-7000-8000-00000000000f" })).toEqual({
      ok: false,
      code: "not_found",
    });
  });

  test("a flood is cut off", async () => {
    const socket = rawSocket({ app: "customer", token: "customer-token" });
    expect(await outcome(socket)).toBe("connected");
    const answers = await Promise.all(Array.from({ length: 100 }, () => socket.timeout(2_000).emitWithAck("watch", { orderId: order })));
    expect(answers.filter((answer) => !answer.ok && answer.code === "rate_limited").length).toBe(40);
  });

  test("a message of a megabyte ends the connection, not the server", async () => {
    const socket = rawSocket({ app: "customer", token: "customer-token" });
    expect(await outcome(socket)).toBe("connected");
    const gone = new Promise((resolve) => socket.once("disconnect", resolve));
    socket.emit("watch", { orderId: "x".repeat(1_000_000) }, () => undefined);
    await gone;
    expect(await outcome(rawSocket({ app: "customer", token: "customer-token" }))).toBe("connected");
  });
});
