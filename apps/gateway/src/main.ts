import { BadEnvironment, readEnvironment } from "./environment.ts";
import { type Gateway, type GatewayOptions, startGateway } from "./index.ts";
import { DatabaseIsNewer } from "./storage/migrate.ts";

const PARENT_CHECK_MS = 500;
const STOP_WITHIN_MS = 10_000;

function errorCode(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/** One clear sentence for what an operator can put right; anything else keeps its stack. */
function explain(error: unknown, options: GatewayOptions | null): string {
  if (error instanceof BadEnvironment || error instanceof DatabaseIsNewer) return error.message;
  switch (errorCode(error)) {
    case "EADDRINUSE":
      return `the gateway cannot start: port ${options?.port ?? ""} is taken; set GATEWAY_PORT to another one`;
    case "ECONNREFUSED":
    case "ENOTFOUND":
      return "the gateway cannot start: the database of DATABASE_URL cannot be reached";
    case "28P01":
    case "3D000":
      return "the gateway cannot start: the database of DATABASE_URL refuses the name or password, or does not exist";
    default:
      return error instanceof Error ? (error.stack ?? error.message) : "the gateway cannot start";
  }
}

/** Stops on signals, and when whoever started this process is gone: npm leaves its grandchildren running otherwise. */
function stopWithParent(gateway: Gateway): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    gateway.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  if (process.connected) process.on("disconnect", stop);
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, PARENT_CHECK_MS).unref();
}

let options: GatewayOptions | null = null;
try {
  options = readEnvironment(process.env);
  const gateway = await startGateway(options);
  stopWithParent(gateway);
  process.stdout.write(`gateway ready ${gateway.url}\n`);
  process.send?.({ ready: gateway.url });
} catch (error) {
  process.stderr.write(`${explain(error, options)}\n`);
  process.exit(1);
}
