import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { platform, tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explainFailure } from "./errors.ts";
import { isAlive, readLockFile } from "./lock-file.ts";
import { type EmbeddedDatabase, type EmbeddedProgress, removeEmbedded, startEmbedded } from "./start.ts";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "lingong-embedded-"));
  // As root's own home: nobody else may walk through it.
  chmodSync(root, 0o700);
});
afterAll(async () => {
  for (const name of ["first", "killed", "crashed"]) {
    const left = readLockFile(join(root, name, "postgres"));
    if (left !== null && isAlive(left.pid)) process.kill(left.pid, "SIGQUIT");
  }
  rmSync(root, { recursive: true, force: true });
});

async function ask<Row extends pg.QueryResultRow>(database: EmbeddedDatabase, question: string): Promise<Row[]> {
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    return (await client.query<Row>(question)).rows;
  } finally {
    await client.end();
  }
}

/** Starts a database in another process, which then kills itself (and, if asked, the database) without a word. */
async function startAndDie(dataDir: string, alsoDatabase: boolean): Promise<void> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL("start.ts", import.meta.url).href)};
    import { readLockFile } from ${JSON.stringify(new URL("lock-file.ts", import.meta.url).href)};
    import pg from "pg";
    const database = await startEmbedded({ dataDir: process.argv[1] });
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query("create table if not exists kept (n int)");
    await client.query("insert into kept values (1)");
    if (process.argv[2] === "true") process.kill(readLockFile(process.argv[1] + "/postgres").pid, "SIGKILL");
    process.kill(process.pid, "SIGKILL");`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, dataDir, String(alsoDatabase)], {
    cwd: new URL("../..", import.meta.url),
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [, signal] = await once(child, "exit");
  expect(signal).toBe("SIGKILL");
}

describe("starting", () => {
  it("makes a cluster below a directory nobody may walk through, keeps it, and says what it does", async () => {
    const steps: EmbeddedProgress[] = [];
    const dataDir = join(root, "first");
    const database = await startEmbedded({ dataDir, onProgress: (step) => steps.push(step) });
    expect(steps.filter((step) => step !== "copying_binaries")).toEqual(["creating_cluster", "starting", "ready"]);
    await ask(database, "create table kept as select 42 as n");
    const [settings] = await ask<Record<string, string>>(
      database,
      "select current_setting('server_encoding') as encoding, current_setting('listen_addresses') as address, current_setting('fsync') as fsync, (select datcollate from pg_database where datname = current_database()) as locale",
    );
    expect(settings).toEqual({ encoding: "UTF8", address: "127.0.0.1", fsync: "on", locale: "C.UTF-8" });
    await database.stop();
    await database.stop();

    const again = await startEmbedded({ dataDir });
    expect(await ask(again, "select n from kept")).toEqual([{ n: 42 }]);
    await again.stop();
    expect(statSync(join(dataDir, "postgres.password")).mode & 0o077).toBe(0);
  });

  it("lets nobody in without the password, by its port or by its socket", async () => {
    const database = await startEmbedded({ dataDir: join(root, "first") });
    for (const host of ["127.0.0.1", new URL(database.url).searchParams.get("host") ?? ""]) {
      const stranger = new pg.Client({ host, port: database.port, user: "postgres", database: "lingong", password: "guess" });
      await expect(stranger.connect()).rejects.toThrow("password authentication failed");
    }
    await database.stop();
  });

  it.skipIf(platform() === "win32").each([
    ["by its socket", "first", null],
    ["by its port where the path is too long for a socket", "long".repeat(30), "127.0.0.1/32"],
  ])("is reached %s", async (_, folder, address) => {
    const database = await startEmbedded({ dataDir: join(root, folder), durable: false });
    expect(await ask(database, "select inet_client_addr()::text as address")).toEqual([{ address }]);
    await database.stop();
  });

  it("reuses the server that a killed process left running", async () => {
    const dataDir = join(root, "killed");
    await startAndDie(dataDir, false);
    const left = readLockFile(join(dataDir, "postgres"));
    expect(left !== null && isAlive(left.pid)).toBe(true);
    const steps: EmbeddedProgress[] = [];
    const database = await startEmbedded({ dataDir, onProgress: (step) => steps.push(step) });
    expect(steps).toContain("reusing");
    expect(database.port).toBe(left?.port);
    expect(await ask(database, "select n from kept")).toEqual([{ n: 1 }]);
    await database.stop();
    expect(left !== null && isAlive(left.pid)).toBe(false);
  });

  it("recovers what a killed server had committed", async () => {
    const dataDir = join(root, "crashed");
    await startAndDie(dataDir, true);
    const database = await startEmbedded({ dataDir });
    expect(await ask(database, "select n from kept")).toEqual([{ n: 1 }]);
    await database.stop();
  });

  it("begins anew after its data were removed", async () => {
    const dataDir = join(root, "first");
    removeEmbedded(dataDir);
    expect(existsSync(join(dataDir, "postgres"))).toBe(false);
    const database = await startEmbedded({ dataDir, durable: false });
    expect(await ask(database, "select to_regclass('kept') as kept")).toEqual([{ kept: null }]);
    await database.stop();
  });

  it("is not led astray by a half-made cluster or by another program under the lock file's number", async () => {
    const dataDir = join(root, "astray");
    mkdirSync(join(dataDir, "postgres.new", "base"), { recursive: true });
    writeFileSync(join(dataDir, "postgres.new", "PG_VERSION"), "18\n");
    const database = await startEmbedded({ dataDir });
    await database.stop();
    // After a restart of the machine the old number may belong to anybody, even to us.
    const lock = join(dataDir, "postgres", "postmaster.pid");
    expect(existsSync(lock)).toBe(false);
    writeFileSync(lock, `${process.pid}\n${dataDir}/postgres\n1\n5432\n\n127.0.0.1\n\nready\n`);
    const steps: EmbeddedProgress[] = [];
    const again = await startEmbedded({ dataDir, onProgress: (step) => steps.push(step) });
    expect(steps).toEqual(["starting", "ready"]);
    await again.stop();
  });
});

describe("failing", () => {
  it("says which version wrote the data, and touches nothing", async () => {
    const dataDir = join(root, "older");
    mkdirSync(join(dataDir, "postgres"), { recursive: true });
    writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "16\n");
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/written by PostgreSQL 16, but this program brings 18: move the directory away/);
    expect(readFileSync(join(dataDir, "postgres", "PG_VERSION"), "utf8")).toBe("16\n");
  });

  it("says so when the password is gone", async () => {
    const dataDir = join(root, "astray");
    rmSync(join(dataDir, "postgres.password"));
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/postgres\.password is missing/);
  });

  it.each([
    [
      'FATAL:  could not write lock file "postmaster.pid": No space left on device',
      "The disk that holds /data is full: free some space and start again.",
    ],
    ["initdb: error: could not create directory: Permission denied", "/data cannot be written by this account: check its owner and rights."],
    ['FATAL:  lock file "postmaster.pid" already exists', "Another PostgreSQL is using /data: stop it first."],
    [
      "FATAL:  database files are incompatible\nDETAIL:  initialized by PostgreSQL version 15",
      "The data in /data was written by PostgreSQL 15, which this program does not bring.",
    ],
    ["LOG: starting\nFATAL:  out of luck", "PostgreSQL in /data did not start: FATAL:  out of luck"],
    ["", "PostgreSQL in /data did not start: it said nothing"],
  ])("explains %j in one sentence", (said, sentence) => {
    expect(explainFailure(said, "/data").message).toBe(sentence);
  });
});
