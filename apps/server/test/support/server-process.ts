import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { probePort } from "../../src/config/ports.ts";

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url));
/** What Node makes of our types is kept between the many starts of these tests. */
export const compileCache = fileURLToPath(new URL("../../../../.cache/node", import.meta.url));
const readyWithinMs = 120_000;

export interface ServerProcess {
  readonly url: string;
  readonly gatewayUrl: string;
  readonly pid: number;
  /** Ends it in order, as SIGTERM does. */
  stop(): Promise<void>;
  /** Ends it without a word. */
  kill(): Promise<void>;
}

export interface ServerProcessOptions {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** The same over restarts, so that clients find it again; absent: any free one. */
  readonly port?: number;
  readonly gatewayPort?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A folder for what server processes of one test keep. */
export function temporaryData(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "lingong-server-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function freePort(): Promise<number> {
  return probePort(0, "127.0.0.1");
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

/** Starts a whole server as its own process, on a database of the test's, and waits until it is ready. */
export async function startServerProcess(options: ServerProcessOptions): Promise<ServerProcess> {
  const port = options.port ?? (await freePort());
  const gatewayPort = options.gatewayPort ?? (await freePort());
  const env = {
    PATH: process.env.PATH ?? "",
    NODE_COMPILE_CACHE: compileCache,
    DATABASE_URL: options.databaseUrl,
    LINGONG_DATA: options.dataDir,
    LINGONG_SECRET: "a master key for tests, and for nothing else",
    LINGONG_WEB: "off",
    LOG_LEVEL: "silent",
    PORT: String(port),
    GATEWAY_PORT: String(gatewayPort),
    ...options.env,
  };
  const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-4_000)));
  const ready = await new Promise<{ ready: string; gateway: string }>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the server did not come up:\n${said}`)), readyWithinMs);
    child.once("message", (message) => {
      clearTimeout(timer);
      resolve(message as { ready: string; gateway: string });
    });
    child.once("exit", () => {
      clearTimeout(timer);
      reject(new Error(`the server ended at its start:\n${said}`));
    });
  });
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    child.kill(signal);
    await ended(child);
  };
  return { url: `http://127.0.0.1:${port}`, gatewayUrl: ready.gateway, pid: child.pid ?? 0, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}
