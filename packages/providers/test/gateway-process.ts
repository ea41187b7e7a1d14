import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the run's throw-away PostgreSQL (global setup of packages/db). */
    postgresUrl: string;
  }
}

const entry = fileURLToPath(new URL("../../../apps/gateway/src/main.ts", import.meta.url));

export interface GatewayProcess {
  readonly url: string;
  readonly merchantId: string;
  readonly secret: string;
  /** As `kill -9` does: nothing is finished, nothing is said. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** The same gateway again: same schema, merchant and port. */
  restart(): Promise<GatewayProcess>;
}

export interface GatewayProcessOptions {
  readonly webhookUrl: string;
  readonly schema?: string;
  readonly port?: number;
  readonly secret?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Starts the gateway as the server does, as a process of its own, on a schema of its own. */
export async function startGatewayProcess(options: GatewayProcessOptions): Promise<GatewayProcess> {
  const schema = options.schema ?? `gateway_${randomBytes(6).toString("hex")}`;
  const secret = options.secret ?? randomBytes(32).toString("hex");
  const merchantId = "lingong";
  const child = spawn(process.execPath, [entry], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: inject("postgresUrl"),
      GATEWAY_SCHEMA: schema,
      GATEWAY_PORT: String(options.port ?? 0),
      GATEWAY_MERCHANT_ID: merchantId,
      GATEWAY_MERCHANT_SECRET: secret,
      GATEWAY_WEBHOOK_URL: options.webhookUrl,
      GATEWAY_WEBHOOK_BACKOFF_MS: "50",
      GATEWAY_WEBHOOK_BACKOFF_LIMIT_MS: "400",
      GATEWAY_WEBHOOK_TIMEOUT_MS: "1000",
      ...options.environment,
    },
  });
  const url = await untilReady(child);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return {
    url,
    merchantId,
    secret,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    restart: () => startGatewayProcess({ ...options, schema, secret, port: Number(new URL(url).port) }),
  };
}

async function untilReady(child: ChildProcess): Promise<string> {
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const message = await Promise.race([once(child, "message").then(([value]) => value as { ready: string }), once(child, "exit").then(() => null)]);
  if (message === null) throw new Error(`the gateway did not start: ${said}`);
  return message.ready;
}
