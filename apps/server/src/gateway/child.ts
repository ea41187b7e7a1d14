import { type ChildProcess, spawn } from "node:child_process";
import { hkdfSync } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import { Refusal } from "../stop/refusal.ts";

/** Started as a program, never imported: it knows nothing of us, and we of it only its HTTP. */
const main = fileURLToPath(new URL("../../../gateway/src/main.ts", import.meta.url));
const readyWithinMs = 20_000;
const endsWithinMs = 12_000;
const longestPauseMs = 10_000;

export interface GatewayChildOptions {
  readonly databaseUrl: string;
  readonly port: number;
  readonly secret: string;
  /** Where the gateway reports what happened to payments. */
  readonly webhookUrl: string;
  /** Where customers' browsers find the checkout page; null: where it listens. */
  readonly publicUrl: string | null;
  readonly production: boolean;
}

/** A gateway beside us, started again should it fall. */
export interface GatewayChild {
  readonly url: string;
  stop(): Promise<void>;
}

/** What we and the sandbox gateway sign with, derived from the master key: nothing to configure, nothing to keep. */
export function merchantSecretOf(masterKey: string): string {
  return Buffer.from(hkdfSync("sha256", masterKey, "lingong", "sandbox-gateway-merchant", 32)).toString("hex");
}

function spawnGateway(options: GatewayChildOptions): ChildProcess {
  const { PATH, NODE_OPTIONS, NODE_COMPILE_CACHE } = process.env;
  const env = {
    PATH,
    NODE_OPTIONS,
    NODE_COMPILE_CACHE,
    NODE_ENV: options.production ? "production" : "development",
    DATABASE_URL: options.databaseUrl,
    GATEWAY_PORT: String(options.port),
    GATEWAY_MERCHANT_SECRET: options.secret,
    GATEWAY_WEBHOOK_URL: options.webhookUrl,
    ...(options.publicUrl === null ? {} : { GATEWAY_PUBLIC_URL: options.publicUrl }),
  };
  // In a process group of its own: Ctrl-C reaches us alone, and we end it after our own last call to it.
  return spawn(process.execPath, [main], { env, stdio: ["ignore", "ignore", "pipe", "ipc"], detached: true });
}

/** Resolves with the gateway's address when it is up. @throws Refusal with the gateway's own sentence when it cannot start. */
function untilReady(child: ChildProcess): Promise<string> {
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-2_000);
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Refusal("The payment gateway did not come up in time.")), readyWithinMs);
    child.once("message", (message) => {
      clearTimeout(timer);
      resolve((message as { ready: string }).ready);
    });
    child.once("error", reject);
    child.once("exit", () => {
      clearTimeout(timer);
      reject(new Refusal(said.trim() || "The payment gateway ended at its start."));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

/** Starts the sandbox gateway as its own process and keeps it running. */
export async function startGatewayChild(options: GatewayChildOptions, logger: Logger): Promise<GatewayChild> {
  let stopping = false;
  let child = spawnGateway(options);
  const url = await untilReady(child);
  const keepUp = async () => {
    for (let pause = 200; !stopping; pause = Math.min(2 * pause, longestPauseMs)) {
      await ended(child);
      if (stopping) return;
      logger.warn({ pause }, "the payment gateway fell; starting it again");
      await wait(pause);
      if (stopping) return;
      child = spawnGateway(options);
      await untilReady(child).then(
        () => {
          pause = 200;
        },
        (error: Error) => logger.error({ error: error.message }, "the payment gateway cannot start"),
      );
    }
  };
  void keepUp();
  return {
    url,
    async stop() {
      stopping = true;
      child.kill("SIGTERM");
      const kill = setTimeout(() => child.kill("SIGKILL"), endsWithinMs);
      await ended(child);
      clearTimeout(kill);
    },
  };
}
