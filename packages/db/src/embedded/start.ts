import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { accountForPostgres } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { checkVersion, createCluster } from "./cluster.ts";
import { EmbeddedDatabaseError, explainFailure } from "./errors.ts";
import { preparePlace } from "./place.ts";
import { connectionTo, findRunning, startServer, stopServer } from "./server.ts";
import { addressOf } from "./socket.ts";

/** What a person may be told while the database comes up. */
export type EmbeddedProgress = "copying_binaries" | "creating_cluster" | "starting" | "reusing" | "ready";

export interface EmbeddedOptions {
  /** The folder for everything this program keeps; the cluster goes to its `postgres`. */
  readonly dataDir: string;
  /** False: no flush to the disk, for data that may be lost. */
  readonly durable?: boolean;
  /** The database to connect to, made when missing. */
  readonly database?: string;
  /** False: anybody on this machine may connect, without a password (tests). */
  readonly protected?: boolean;
  readonly onProgress?: (step: EmbeddedProgress) => void;
}

export interface EmbeddedDatabase {
  readonly url: string;
  readonly port: number;
  /** Stops the server and waits for its end; idempotent. */
  stop(): Promise<void>;
}

/** The superuser's password of a cluster, made with it and kept beside it, readable by its owner alone. */
function passwordOf(dataDir: string, clusterExists: boolean): string {
  const file = join(dataDir, "postgres.password");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  if (clusterExists) throw new EmbeddedDatabaseError("failed", `${file} is missing: without it the database beside it cannot be opened.`);
  const password = randomBytes(24).toString("base64url");
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

async function ensureDatabase(port: number, password: string | null, name: string): Promise<void> {
  const client = new pg.Client(connectionTo(port, password));
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

async function start(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { durable = true, database = "lingong", onProgress = () => {} } = options;
  mkdirSync(options.dataDir, { recursive: true });
  const account = accountForPostgres();
  const binaries = findBinaries(account, () => onProgress("copying_binaries"));
  const directory = join(options.dataDir, "postgres");
  const found = checkVersion(directory, binaries);
  const password = options.protected === false ? null : passwordOf(options.dataDir, found === "ready");
  if (found === "empty") {
    onProgress("creating_cluster");
    await createCluster({ directory, binaries, account, password });
  }
  const place = preparePlace(directory, account);
  const left = await findRunning(place, password);
  onProgress(left === null ? "starting" : "reusing");
  const log = join(options.dataDir, "postgres.log");
  const server = left ?? (await startServer({ place, binaries, durable, password, log }));
  await ensureDatabase(server.port, password, database);
  onProgress("ready");
  let stopping: Promise<void> | undefined;
  return {
    url: addressOf(place, server, database, password),
    port: server.port,
    stop() {
      stopping ??= stopServer(server);
      return stopping;
    },
  };
}

/**
 * Starts PostgreSQL from the binaries in `node_modules` (creating its cluster the first time, reusing a server that a
 * killed predecessor left running) and answers its address.
 * @throws EmbeddedDatabaseError whose message is one sentence for the person at the terminal.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    return await start(options);
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) throw error;
    throw explainFailure(error instanceof Error ? error.message : String(error), options.dataDir);
  }
}

/** Removes the embedded cluster's data for good; the server must be stopped. */
export function removeEmbedded(dataDir: string): void {
  for (const name of ["postgres", "postgres.new", "postgres.password", "postgres.log"]) {
    rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}
