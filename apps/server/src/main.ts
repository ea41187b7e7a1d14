import { fileURLToPath } from "node:url";
import { readEnvironment } from "./config/environment.ts";
import { readyLines } from "./config/ready.ts";
import { createLogger } from "./operations/log.ts";
import { startServer } from "./server.ts";
import { explain, Refusal } from "./stop/refusal.ts";
import { createShutdown, stopOnSignals } from "./stop/stop.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
/** The gateway gets 12 s of it, requests under way the rest. */
const patienceMs = 20_000;

const say = (text: string) => console.log(`› ${text}`);

async function main(): Promise<void> {
  const [flag, ...rest] = process.argv.slice(2);
  if ((flag !== undefined && flag !== "--fresh") || rest.length > 0)
    throw new Refusal(`What is ${process.argv.slice(2).join(" ")}? The server knows --fresh.`);
  const environment = readEnvironment(process.env, root);
  const logger = createLogger(environment);
  const shutdown = createShutdown(logger);
  stopOnSignals(() => shutdown.stop(), patienceMs);
  process.on("unhandledRejection", (error) => logger.error({ error: error instanceof Error ? error.stack : "unknown" }, "an unhandled rejection"));
  try {
    const server = await startServer({ environment, fresh: flag === "--fresh", logger, shutdown, say });
    console.log(readyLines(server));
    process.send?.({ ready: server.publicUrl, gateway: server.gatewayUrl });
  } catch (error) {
    await shutdown.stop();
    throw error;
  }
}

try {
  await main();
} catch (error) {
  const port = Number(process.env.PORT ?? 3000);
  console.error(explain(error, port) ?? error);
  process.exit(1);
}
