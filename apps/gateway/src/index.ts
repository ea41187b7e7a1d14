import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { createApp } from "./http/app.ts";
import { type Merchant, registerMerchant } from "./merchants.ts";
import { startSettler } from "./payments/settler.ts";
import { openDatabase } from "./storage/database.ts";
import { migrate } from "./storage/migrate.ts";
import { startTidying } from "./storage/tidy.ts";
import { startDeliverer } from "./webhooks/deliverer.ts";
import { usualWebhookTiming, type WebhookTiming } from "./webhooks/deliveries.ts";

export interface GatewayOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** A plain lower-case name. */
  readonly schema: string;
  readonly merchants: readonly Merchant[];
  /** Where customers' browsers reach the hosted pages; by default where it listens. */
  readonly publicUrl: string | null;
  /** Whether the hosted page offers to make a payment misbehave. */
  readonly controls: boolean;
  readonly logLevel: string;
  readonly webhookTiming?: Partial<WebhookTiming>;
}

export interface Gateway {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the whole gateway: schema, settling, webhooks, HTTP. It is a process of its own: others spawn `main.ts` and
 * speak HTTP with it.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  // Written at once: gathered lines that nobody reads any more would keep this process from ending.
  const log = pino({ level: options.logLevel, redact: ["*.secret", "*.account"] }, pino.destination({ dest: 2, sync: true }));
  const pool = openDatabase(options.databaseUrl, options.schema);
  pool.on("error", (error) => log.warn({ err: error }, "an idle database connection broke"));
  let url = "";
  try {
    await migrate(pool, options.schema);
    for (const merchant of options.merchants) await registerMerchant(pool, merchant);
    const deliverer = await startDeliverer(pool, { ...usualWebhookTiming, ...options.webhookTiming }, log);
    const settler = startSettler(pool, log, deliverer.wake);
    const tidying = startTidying(pool, (error) => log.error({ err: error }, "tidying"));
    const wake = () => {
      settler.wake();
      deliverer.wake();
    };
    const app = createApp({ pool, wake, controls: options.controls, publicUrl: () => options.publicUrl ?? url }, log);
    const stop = async () => {
      await app.close();
      await settler.stop();
      await tidying.stop();
      await deliverer.stop();
      await pool.end();
    };
    try {
      await app.listen({ port: options.port, host: options.host });
    } catch (error) {
      await stop();
      throw error;
    }
    const { port } = app.server.address() as AddressInfo;
    url = `http://${options.host === "0.0.0.0" ? "127.0.0.1" : options.host}:${port}`;
    return { url, stop };
  } catch (error) {
    if (!pool.ended && !pool.ending) await pool.end();
    throw error;
  }
}
