import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "../command.ts";
import { until } from "./until.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** A server to play on; `stop` ends it if it was started here. */
export interface PlayServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

async function isServing(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

/** A port nobody listens on, and the next one free as well: the gateway takes it. */
async function freePort(): Promise<number> {
  const listens = (port: number) =>
    new Promise<number | null>((resolve) => {
      const probe = createServer().once("error", () => resolve(null));
      probe.listen(port, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : null));
      });
    });
  for (;;) {
    const port = await listens(0);
    if (port !== null && (await listens(port + 1)) !== null) return port;
  }
}

/** Our own server brings its own database and gateway, whatever the shell it was started from is set up for. */
function withoutDatabase({ DATABASE_URL: _database, GATEWAY_URL: _gateway, REDIS_URL: _redis, ...rest }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return rest;
}

/** A data folder, and a port whose next one is the gateway's. */
export interface ServerPlace {
  readonly folder: string;
  readonly port: number;
}

/** Between finding a free port and listening on it another may take it: then it is looked for again. */
const attempts = 3;

/**
 * Starts something in an empty place, in another one when its port was taken meanwhile. What does not start leaves nothing behind;
 * of what does, whoever started it removes the folder.
 */
export async function inNewPlace<Started>(start: (place: ServerPlace) => Promise<Started>): Promise<Started> {
  for (let attempt = 1; ; attempt += 1) {
    const place = { folder: await mkdtemp(join(tmpdir(), "lingong-play-")), port: await freePort() };
    try {
      return await start(place);
    } catch (error) {
      await rm(place.folder, { recursive: true, force: true });
      const wasTaken = error instanceof Refusal && error.message.includes("is taken");
      if (!wasTaken || attempt === attempts) throw error;
    }
  }
}

/** A server of ours. */
export interface OwnServer extends PlayServer {
  /** Ends it without a word; what it kept stays. */
  readonly kill: () => Promise<void>;
}

export interface OwnServerOptions {
  /** Told of each line the server prints. */
  readonly onLine?: (line: string) => void;
  /** Where it lives, to come back to after `kill`; else a folder and port of its own, which go with it. */
  readonly place?: ServerPlace;
  /** Variables of its environment beside those of a server on an empty database of its own. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Of what the server said, so much is repeated when it does not start. */
const linesKept = 8;

/** Starts a server process of our own: in the place named, or with its data in a temporary folder that goes with it. */
export function startOwnServer({ place, ...options }: OwnServerOptions = {}): Promise<OwnServer> {
  if (place !== undefined) return startIn(place, options);
  return inNewPlace(async (found) => {
    const server = await startIn(found, options);
    const stop = async () => {
      await server.stop();
      await rm(found.folder, { recursive: true, force: true });
    };
    return { ...server, stop };
  });
}

async function startIn({ folder, port }: ServerPlace, { onLine = () => undefined, env = {} }: Omit<OwnServerOptions, "place">): Promise<OwnServer> {
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(root, "apps/server/src/main.ts")], {
    cwd: root,
    env: {
      ...withoutDatabase(process.env),
      PORT: String(port),
      GATEWAY_PORT: String(port + 1),
      LINGONG_DATA: folder,
      PUBLIC_URL: url,
      LINGONG_WEB: "off",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said: readonly string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      const lines = text.trim().split("\n");
      said = [...said, ...lines].slice(-linesKept);
      onLine(lines.at(-1) ?? "");
    });
  }
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    child.kill(signal);
    await exited;
  };
  const stop = () => end("SIGTERM");
  const serves = async () => {
    if (child.exitCode !== null) throw new Refusal(`the server did not start:\n${said.join("\n")}`);
    return isServing(url);
  };
  try {
    await until("the server to start", serves, 120_000);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop, kill: () => end("SIGKILL") };
}

/** The server named, the one that runs here (unless `own`), or one of our own. */
export async function findOrStartServer(named: string | undefined, own: boolean, onLine: (line: string) => void): Promise<PlayServer> {
  if (named !== undefined) {
    if (!(await isServing(named))) throw new Refusal(`nothing serves at ${named}`);
    return { url: named, stop: async () => undefined };
  }
  const usual = `http://127.0.0.1:${process.env.PORT ?? "3000"}`;
  if (!own && (await isServing(usual))) return { url: usual, stop: async () => undefined };
  return startOwnServer({ onLine });
}
