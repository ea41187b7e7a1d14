import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { connect, migrate, postEntry, startEmbedded } from "@lingong/db";
import { afterAll, beforeAll, expect, test } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function audit(variables: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Ran> {
  const { DATABASE_URL: _url, LINGONG_DATA: _data, ...env } = process.env;
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [main, "audit", ...words], { env: { ...env, ...variables } });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as Error & Ran;
    return { code, stdout, stderr };
  }
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lingong-audit-"));
  await withDatabase(async ({ db }) => {
    await migrate(db);
    for (const key of ["a", "b"]) {
      await postEntry(
        db,
        { key, reason: "insurance_premium", transfers: [{ from: "insurance_premium", to: "insurer", fen: 100 }] },
        { at: 0, orderId: null },
      );
    }
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The data folder's database, as a server would run it. */
async function withDatabase(work: (connection: ReturnType<typeof connect>, url: string) => Promise<void>): Promise<void> {
  const embedded = await startEmbedded({ dataDir: folder, durable: false });
  const connection = connect({ url: embedded.url, most: 1 });
  try {
    await work(connection, embedded.url);
  } finally {
    await connection.db.destroy();
    await embedded.stop();
  }
}

const figures = { entries: 2, accounts: 2, sum: 0, negative: 0, mismatches: 0, brokenChains: 0, replayMismatches: 0, deadlineMismatches: 0 };

test("audits the data folder's own database, whether or not somebody runs it, and leaves it as it found it", async () => {
  const stopped = await audit({ LINGONG_DATA: folder }, "--json");
  expect(stopped).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(stopped.stdout)).toEqual(figures);
  await withDatabase(async ({ pool }, url) => {
    expect(await audit({ DATABASE_URL: url })).toMatchObject({ code: 0, stderr: "0 orders, all as they should be\n" });
    expect((await pool.query("select 1 as alive")).rows).toEqual([{ alive: 1 }]);
  });
});

test("exit code 1 on a defect, with its figure and its words", async () => {
  await withDatabase(async ({ pool }, url) => {
    await pool.query("set session_replication_role = replica");
    await pool.query("delete from transfers where entry_id = 1");
    await pool.query("reset session_replication_role");
    const ran = await audit({ DATABASE_URL: url });
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toEqual({ ...figures, mismatches: 1 });
    expect(ran.stderr).toBe("1 entries without transfers\n0 orders: NOT all as they should be\n");
  });
});

test("refuses in one sentence what it cannot audit", async () => {
  const nothing = await audit({ LINGONG_DATA: join(folder, "nowhere") });
  expect(nothing).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("there is no database in") });
  const foreign = await audit({ DATABASE_URL: "postgres://postgres@127.0.0.1:1/nobody" });
  expect(foreign).toMatchObject({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^lab audit: the database does not let us in \(ECONNREFUSED\)\n$/),
  });
  await withDatabase(async (_, url) => {
    const empty = await audit({ DATABASE_URL: url.replace(/[^/]+$/, "postgres") });
    expect(empty).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("no tables of ours") });
  });
});
