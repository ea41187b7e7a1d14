import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../src/storage/database.ts";
import { freePort, freshSchema, testDatabaseUrl, until } from "./merchant.ts";

const entry = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const secret = "a-secret-that-no-line-may-ever-show-0123456789";

function environment(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    PATH: process.env.PATH ?? "",
    DATABASE_URL: testDatabaseUrl(),
    GATEWAY_SCHEMA: freshSchema(),
    GATEWAY_PORT: "0",
    GATEWAY_MERCHANT_SECRET: secret,
    GATEWAY_WEBHOOK_URL: "http://127.0.0.1:9/webhooks",
    ...changes,
  };
}

function start(changes: Readonly<Record<string, string>> = {}): { child: ChildProcess; said: () => string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [entry], { env: environment(changes), stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return { child, said: () => text, ended: once(child, "close").then(([code]) => code as number | null) };
}

async function refusal(changes: Readonly<Record<string, string>>): Promise<string> {
  const { said, ended } = start(changes);
  expect(await ended).toBe(1);
  expect(said()).not.toContain(secret);
  expect(said().trim().split("\n")).toHaveLength(1);
  return said();
}

describe("the process", () => {
  it("prints one ready line, answers its health, and ends with 0 on SIGTERM", async () => {
    const { child, said, ended } = start();
    const [message] = (await once(child, "message")) as [{ ready: string }];
    expect(await (await fetch(`${message.ready}/healthz`)).json()).toEqual({ status: "ok" });
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(said()).toBe(`gateway ready ${message.ready}\n`);
  });

  it("ends when its parent closes the channel", async () => {
    const { child } = start();
    await once(child, "message");
    // Node tells no "close" of a child it was disconnected from, only its exit.
    const exited = once(child, "exit");
    child.disconnect();
    expect(await exited).toEqual([0, null]);
  });

  it("ends when its parent is killed", async () => {
    const port = await freePort();
    const parentCode = `const c = require("node:child_process").spawn(process.execPath, [process.argv[1]], { stdio: "ignore", detached: true }); setInterval(() => {}, 1000); c.unref();`;
    const parent = spawn(process.execPath, ["-e", parentCode, entry], { env: environment({ GATEWAY_PORT: String(port) }), stdio: "ignore" });
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/healthz`).then(
        () => true,
        () => false,
      );
    await until(answers, (up) => up);
    parent.kill("SIGKILL");
    await until(answers, (up) => !up);
  });

  it("says in one sentence what is wrong with its environment", async () => {
    expect(await refusal({ GATEWAY_MERCHANT_SECRET: "short", GATEWAY_WEBHOOK_URL: "not an address", GATEWAY_PORT: "70000" })).toMatch(
      /^the gateway cannot start: .*GATEWAY_PORT.*GATEWAY_MERCHANT_SECRET.*GATEWAY_WEBHOOK_URL are missing or malformed$/m,
    );
  });

  it("says in one sentence that its port is taken", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    expect(await refusal({ GATEWAY_PORT: String(port) })).toContain(`port ${port} is taken`);
    server.close();
  });

  it("says in one sentence that its database is away, or newer than itself", async () => {
    expect(await refusal({ DATABASE_URL: `postgres://postgres@127.0.0.1:${await freePort()}/postgres` })).toContain("cannot be reached");
    const schema = freshSchema();
    const first = start({ GATEWAY_SCHEMA: schema });
    await once(first.child, "message");
    first.child.kill();
    await first.ended;
    const pool = openDatabase(testDatabaseUrl(), schema);
    await pool.query("insert into versions (version) values (999)");
    await pool.end();
    expect(await refusal({ GATEWAY_SCHEMA: schema })).toContain("version 999");
  });

  it("starts twice at once on an empty database", async () => {
    const schema = freshSchema();
    const both = [start({ GATEWAY_SCHEMA: schema }), start({ GATEWAY_SCHEMA: schema })];
    await Promise.all(both.map(({ child }) => once(child, "message")));
    for (const { child } of both) child.kill();
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
  });
});
