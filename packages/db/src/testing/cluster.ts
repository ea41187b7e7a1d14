import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { connect } from "../connection.ts";
import { isAlive, readLockFile } from "../embedded/lock-file.ts";
import { stopServer } from "../embedded/server.ts";
import { startEmbedded } from "../embedded/start.ts";
import { migrate } from "../migrate.ts";

const PREFIX = "lingong-test-";
export const TEMPLATE = "lingong_template";

/** A PostgreSQL for tests: nothing in it outlives them. */
export interface TestCluster {
  /** Of its maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A killed test run leaves its server running: stop those whose owner is gone. */
async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const directory = join(tmpdir(), name);
    const owner = join(directory, "owner");
    if (!existsSync(owner) || isAlive(Number(readFileSync(owner, "utf8")))) continue;
    const left = readLockFile(join(directory, "postgres"));
    if (left !== null) await stopServer(left, 3_000);
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The same server's address with another database. */
export function addressWith(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = database;
  return address.href;
}

async function makeTemplate(url: string): Promise<void> {
  const connection = connect({ url, most: 2, statementTimeout: 0 });
  try {
    await migrate(connection.db);
    await sql`analyze`.execute(connection.db);
  } finally {
    await connection.db.destroy();
  }
}

/**
 * Starts a throw-away cluster (no flush to the disk) with a migrated template, from which each test file gets its own
 * database in about 30 ms.
 */
export async function createTestCluster(): Promise<TestCluster> {
  await sweepAbandoned();
  const directory = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(directory, "owner"), String(process.pid));
  const embedded = await startEmbedded({ dataDir: directory, durable: false, protected: false, database: TEMPLATE });
  await makeTemplate(embedded.url);
  const url = addressWith(embedded.url, "postgres");
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`alter database ${TEMPLATE} with is_template true allow_connections false`);
  await client.end();
  return {
    url,
    async stop() {
      await embedded.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
