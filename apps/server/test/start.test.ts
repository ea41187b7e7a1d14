import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createTestDatabase } from "@lingong/db/testing";
import { afterEach, describe, expect, inject, test } from "vitest";
import { compileCache, freePort, temporaryData } from "./support/server-process.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

const started: ChildProcess[] = [];
const folders: ReturnType<typeof temporaryData>[] = [];
afterEach(async () => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  await wait(50);
  for (const folder of folders.splice(0)) folder.remove();
});

function dataFolder(): string {
  const folder = temporaryData();
  folders.push(folder);
  return folder.path;
}

function launch(command: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(command, args, {
    cwd: root,
    env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", NODE_COMPILE_CACHE: compileCache, LINGONG_WEB: "off", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = new Promise<Ended>((resolve) => child.once("close", (code) => resolve({ code, said })));
  const ready = () => expect.poll(() => said, { timeout: 120_000, interval: 50 }).toContain("is ready");
  return { child, ended, ready, said: () => said };
}

const server = (env: Readonly<Record<string, string>>, ...args: string[]) => launch(process.execPath, [main, ...args], env);

async function ports(): Promise<{ PORT: string; GATEWAY_PORT: string }> {
  return { PORT: String(await freePort()), GATEWAY_PORT: String(await freePort()) };
}

async function serves(port: string): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Whether the embedded database of a data folder runs; it takes its lock file along when it ends in order. */
function databaseRuns(folder: string): boolean {
  return existsSync(`${folder}/postgres/postmaster.pid`);
}

describe("a start that cannot succeed is one sentence and exit code 1", () => {
  async function refusal(env: Readonly<Record<string, string>>, ...args: string[]): Promise<string> {
    const { code, said } = await server({ LINGONG_DATA: dataFolder(), ...(await ports()), ...env }, ...args).ended;
    expect(code).toBe(1);
    const lines = said
      .trim()
      .split("\n")
      .filter((line) => !line.startsWith("›"));
    expect(lines, said).toHaveLength(1);
    return lines[0] ?? "";
  }

  test("half an Alipay: with it, payments would go to the sandbox unnoticed", async () => {
    expect(await refusal({ ALIPAY_APP_ID: "2021000000000001" })).toContain("ALIPAY_PRIVATE_KEY");
  });

  test("a taken port", async () => {
    const squatter = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => squatter.once("listening", resolve));
    const address = squatter.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    expect(await refusal({ PORT: port })).toMatch(new RegExp(`Port ${port} is taken`));
    squatter.close();
  });

  test("a database that is newer than the code", async () => {
    const database = await createTestDatabase(inject("postgresUrl"));
    await database.pool.query("insert into kysely_migration (name, timestamp) values ('9999-from-the-future', now()::text)");
    expect(await refusal({ DATABASE_URL: database.url })).toMatch(/newer than this program/);
    await database.drop();
  });

  test("a database that is not there", async () => {
    expect(await refusal({ DATABASE_URL: `postgres://nobody@127.0.0.1:${await freePort()}/none` })).toMatch(/database cannot be reached/);
  });

  test("variables that cannot be read, without their values", async () => {
    const sentence = await refusal({ PORT: "many", DATABASE_URL: "mysql://secret@host/db" });
    expect(sentence).toMatch(/PORT, DATABASE_URL/);
    expect(sentence).not.toContain("secret");
  });

  test("production mode without its key", async () => {
    expect(await refusal({ NODE_ENV: "production" })).toMatch(/PUBLIC_URL, LINGONG_SECRET, SMS_URL, SMS_TOKEN/);
  });

  test("an app that was not built", async () => {
    const sentence = await refusal({ LINGONG_WEB: "on", LINGONG_APPS: dataFolder() });
    expect(sentence).toMatch(/app has not been built/);
  });

  test("a flag that there is not, and --fresh on a database that is not ours", async () => {
    expect(await refusal({}, "--frsh")).toMatch(/What is --frsh/);
    expect(await refusal({ DATABASE_URL: "postgres://someone@127.0.0.1/precious" }, "--fresh")).toMatch(/yours to drop/);
  });
});

describe("the embedded database", () => {
  test("survives a restart, a kill -9, and is gone after --fresh; nothing is left running", async () => {
    const LINGONG_DATA = dataFolder();
    const env = { LINGONG_DATA, ...(await ports()) };
    const first = server(env);
    await first.ready();
    const key = readFileSync(`${LINGONG_DATA}/master.key`, "utf8");
    first.child.kill("SIGKILL");
    await first.ended;
    expect(databaseRuns(LINGONG_DATA)).toBe(true);

    const second = server(env);
    await second.ready();
    expect(second.said()).toContain("going on with it");
    expect(readFileSync(`${LINGONG_DATA}/master.key`, "utf8")).toBe(key);
    const refused = await server({ ...env, ...(await ports()) }, "--fresh").ended;
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining("is running: stop it before") });
    second.child.kill("SIGTERM");
    expect((await second.ended).code).toBe(0);
    expect(databaseRuns(LINGONG_DATA)).toBe(false);

    const fresh = server(env, "--fresh");
    await fresh.ready();
    expect(readFileSync(`${LINGONG_DATA}/master.key`, "utf8")).not.toBe(key);
    fresh.child.kill("SIGINT");
    expect((await fresh.ended).code).toBe(0);
    expect(databaseRuns(LINGONG_DATA)).toBe(false);
  }, 180_000);

  test("is shared by two servers, and stopped by the last", async () => {
    const LINGONG_DATA = dataFolder();
    const [one, other] = [
      { LINGONG_DATA, ...(await ports()) },
      { LINGONG_DATA, ...(await ports()) },
    ];
    const first = server(one);
    await first.ready();
    const second = server(other);
    await second.ready();
    first.child.kill("SIGTERM");
    expect((await first.ended).code).toBe(0);
    expect([databaseRuns(LINGONG_DATA), await serves(other.PORT)]).toEqual([true, true]);
    second.child.kill("SIGTERM");
    expect((await second.ended).code).toBe(0);
    expect(databaseRuns(LINGONG_DATA)).toBe(false);
  }, 180_000);
});

test("a connection that is asked without a pause does not keep a stopping server", async () => {
  const env = { LINGONG_DATA: dataFolder(), ...(await ports()) };
  const { child, ready, ended } = server(env);
  await ready();
  let asking = true;
  const asked = Array.from({ length: 4 }, async () => {
    while (asking) await serves(env.PORT);
  });
  await wait(100);
  child.kill("SIGTERM");
  // One that waits for its connections is ended by its own patience, with exit code 1.
  expect((await ended).code).toBe(0);
  asking = false;
  await Promise.all(asked);
}, 60_000);

describe("npm start", () => {
  const npm = (env: Readonly<Record<string, string>>) => launch("npm", ["start"], env);

  /** Resolves when neither the server nor its gateway answers any more. */
  const quiet = async (env: { PORT: string; GATEWAY_PORT: string }) => {
    await expect.poll(() => serves(env.PORT), { timeout: 30_000 }).toBe(false);
    const gateway = () =>
      fetch(`http://127.0.0.1:${env.GATEWAY_PORT}/`).then(
        () => true,
        () => false,
      );
    await expect.poll(gateway, { timeout: 30_000 }).toBe(false);
  };

  test("SIGTERM to npm ends everything that it started", async () => {
    const env = { LINGONG_DATA: dataFolder(), ...(await ports()) };
    const { child, ready } = npm(env);
    await ready();
    child.kill("SIGTERM");
    await quiet(env);
    await expect.poll(() => databaseRuns(env.LINGONG_DATA), { timeout: 30_000 }).toBe(false);
  }, 400_000);

  test("kill -9 of npm does, too", async () => {
    const env = { LINGONG_DATA: dataFolder(), ...(await ports()) };
    const { child, ready } = npm(env);
    await ready();
    child.kill("SIGKILL");
    await quiet(env);
    await expect.poll(() => databaseRuns(env.LINGONG_DATA), { timeout: 30_000 }).toBe(false);
  }, 400_000);
});
