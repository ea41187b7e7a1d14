import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Binaries } from "./binaries.ts";
import { EmbeddedDatabaseError, explainFailure } from "./errors.ts";
import { isAlive, readLockFile, removeStaleLock } from "./lock-file.ts";
import { isServedBy, type Place, spawnOptions } from "./place.ts";
import { socketDirectory } from "./socket.ts";

/** A PostgreSQL server that is up. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

const ATTEMPT_MILLISECONDS = 1_000;
const ATTEMPTS = 15;
const LOG_MOST_BYTES = 10_000_000;

const settings = {
  always: {
    listen_addresses: "127.0.0.1",
    max_connections: "200",
    shared_buffers: "256MB",
    max_wal_size: "2GB",
    checkpoint_timeout: "15min",
    random_page_cost: "1.1",
    jit: "off",
    log_checkpoints: "off",
    // Names of constraints go to the log, values of rows do not.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    timezone: "UTC",
  },
  throwAway: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" },
} as const;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

/** The server of this place, if it runs and answers: a `kill -9` of Node leaves it running. */
export async function findRunning(place: Place, password: string | null): Promise<RunningServer | null> {
  const lock = readLockFile(place.path);
  if (lock === null || !lock.ready || !isAlive(lock.pid)) return null;
  const client = new pg.Client({ ...connectionTo(lock.port, password), connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    const answer = await client.query<{ data_directory: string }>("show data_directory");
    const shown = answer.rows[0]?.data_directory ?? "";
    return isServedBy(place, shown, lock.pid) ? { pid: lock.pid, port: lock.port } : null;
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith("28")) {
      throw new EmbeddedDatabaseError("failed", `The database in ${place.path} refuses the password kept in postgres.password beside it.`);
    }
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}

export function connectionTo(port: number, password: string | null) {
  return { host: "127.0.0.1", port, user: "postgres", database: "postgres", ...(password === null ? {} : { password }) };
}

function spawnServer(options: { place: Place; binaries: Binaries; port: number; durable: boolean; log: string }): ChildProcess {
  const { place, binaries, port, durable } = options;
  const where = { port: String(port), unix_socket_directories: socketDirectory(place) };
  const chosen = { ...settings.always, ...where, ...(durable ? {} : settings.throwAway) };
  const flags = Object.entries(chosen).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(options.log, "a", 0o600);
  // Detached: else Ctrl-C reaches the database before the application has finished with it.
  const child = spawn(binaries.postgres, ["-D", place.argument, ...flags], {
    ...spawnOptions(place),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

async function untilReady(place: Place, child: ChildProcess, password: string | null): Promise<RunningServer | null> {
  let failed = child.pid === undefined;
  child.once("exit", () => {
    failed = true;
  });
  child.once("error", () => {
    failed = true;
  });
  for (let delay = 10; !failed; delay = Math.min(250, delay * 1.5)) {
    if (readLockFile(place.path)?.pid === child.pid) {
      const running = await findRunning(place, password);
      if (running !== null) return running;
    }
    await wait(delay);
  }
  return null;
}

/**
 * Starts the server of this place on a free port and waits until it answers (recovery after a crash included).
 * A dead predecessor may hold the lock for a moment as a zombie, and a port may be taken in between: it tries again.
 */
export async function startServer(options: {
  readonly place: Place;
  readonly binaries: Binaries;
  readonly durable: boolean;
  readonly password: string | null;
  readonly log: string;
}): Promise<RunningServer> {
  const { place, password, log } = options;
  if (sizeOf(log) > LOG_MOST_BYTES) closeSync(openSync(log, "w"));
  for (let attempt = 1; ; attempt += 1) {
    removeStaleLock(place.path);
    const logged = sizeOf(log);
    const child = spawnServer({ ...options, port: await freePort() });
    const running = await untilReady(place, child, password);
    if (running !== null) return running;
    const said = readFileSync(log).subarray(logged).toString("utf8");
    const mayPass = /lock file|Address already in use|pre-existing shared memory/.test(said);
    if (!mayPass || attempt === ATTEMPTS) throw explainFailure(said, place.path);
    await wait(ATTEMPT_MILLISECONDS);
    const other = await findRunning(place, password);
    if (other !== null) return other;
  }
}

/** Stops the server the fast way (SIGINT: open transactions are rolled back), and at once if it hangs. */
export async function stopServer(server: RunningServer, patienceMilliseconds = 15_000): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (!isAlive(server.pid)) return;
    process.kill(server.pid, signal);
    const until = Date.now() + patienceMilliseconds;
    while (Date.now() < until) {
      if (!isAlive(server.pid)) return;
      await wait(10);
    }
  }
}
