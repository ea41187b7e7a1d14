import { randomUUID } from "node:crypto";
import { type DemoAccount, handleOpenPaymentEvents, keepPolicyInForce, moveDeadlinesAfterStop, type Services, seedDemo } from "@lingong/api";
import { clock as clockStore, moveIn } from "@lingong/db";
import type { Logger } from "pino";
import { type Background, startBackground } from "./background.ts";
import { openClock, realClock, type ServerClock } from "./clock/clock.ts";
import { type OpenDatabase, openDatabase } from "./config/database.ts";
import { type Environment, startsGateway } from "./config/environment.ts";
import { startAfresh } from "./config/fresh.ts";
import { masterKeyOf } from "./config/master-key.ts";
import { probePatiently, probePort } from "./config/ports.ts";
import { openDoors } from "./doors.ts";
import { merchantSecretOf, startGatewayChild } from "./gateway/child.ts";
import { prepareJobs, startJobs } from "./jobs/runner.ts";
import { createMetrics } from "./operations/metrics.ts";
import { createServices } from "./services.ts";
import type { Shutdown } from "./stop/stop.ts";

export interface ServerOptions {
  readonly environment: Environment;
  /** Begin anew: delete the embedded database and what belongs to it. */
  readonly fresh: boolean;
  readonly logger: Logger;
  readonly shutdown: Shutdown;
  /** Tells whoever waits at the terminal what takes time. */
  readonly say: (text: string) => void;
}

export interface RunningServer {
  readonly publicUrl: string;
  readonly gatewayUrl: string;
  /** Empty in production mode. */
  readonly accounts: readonly DemoAccount[];
}

const gatewayPatienceMs = 5_000;

interface Addresses {
  readonly port: number;
  readonly gatewayPort: number;
  readonly publicUrl: string;
  readonly gatewayUrl: string;
}

/** Chooses ports before anything is started: a taken one is found out while nothing has to be undone. */
async function chooseAddresses(environment: Environment): Promise<Addresses> {
  const { host, port, gatewayPort, publicUrl, gatewayUrl } = environment;
  const own = await probePort(port, host);
  // The gateway of a predecessor that was killed is on its way out: it deserves a moment.
  const gateway = startsGateway(environment) ? await probePatiently(gatewayPort, "127.0.0.1", gatewayPatienceMs) : 0;
  return {
    port: own,
    gatewayPort: gateway,
    publicUrl: publicUrl ?? `http://localhost:${own}`,
    gatewayUrl: gatewayUrl ?? `http://127.0.0.1:${gateway}`,
  };
}

async function openData(options: ServerOptions): Promise<{ database: OpenDatabase; clock: ServerClock }> {
  const { environment, logger, shutdown, say } = options;
  const residents = moveIn(environment.dataDir);
  try {
    if (options.fresh) await startAfresh(environment, residents);
    const database = await openDatabase(environment, { logger, residents, say });
    shutdown.onStop("database", () => database.close());
    await prepareJobs(database.url, logger);
    const store = {
      read: () => clockStore.findOffset(database.db),
      raise: async (offset: number) => void (await clockStore.advanceOffset(database.db, offset)),
    };
    return { database, clock: environment.production ? realClock() : await openClock(store) };
  } catch (error) {
    residents.leave();
    throw error;
  }
}

/** The payment gateway beside us, unless one runs elsewhere. */
async function startGateway(options: ServerOptions, given: { addresses: Addresses; databaseUrl: string; masterKey: string }): Promise<void> {
  const { environment, logger, shutdown } = options;
  const { addresses, databaseUrl, masterKey } = given;
  if (!startsGateway(environment)) return;
  const child = await startGatewayChild(
    {
      databaseUrl,
      port: addresses.gatewayPort,
      secret: merchantSecretOf(masterKey),
      webhookUrl: `http://127.0.0.1:${addresses.port}/webhooks/payment`,
      publicUrl: environment.gatewayPublicUrl,
      production: environment.production,
    },
    logger,
  );
  shutdown.onStop("gateway", () => child.stop());
}

async function seed(services: Services): Promise<readonly DemoAccount[]> {
  await keepPolicyInForce(services);
  return services.production ? [] : seedDemo(services);
}

/** What a killed predecessor had taken in and not finished is finished now, not when the clock next strikes. */
function takeUp(services: Services, logger: Logger, onWrite: () => void): void {
  handleOpenPaymentEvents(services).then(
    (count) => {
      if (count > 0) logger.info({ count }, "finished payment events of an earlier run");
      onWrite();
    },
    (error: Error) => logger.warn({ error: error.name }, "payment events of an earlier run wait"),
  );
}

/** Starts everything, in the order in which one thing needs another; `shutdown` ends it in the reverse order. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { environment, logger, shutdown } = options;
  const addresses = await chooseAddresses(environment);
  const { database, clock } = await openData(options);
  const masterKey = masterKeyOf(environment);
  let background: Background | null = null;
  const advanceTo = async (instant: number) => (await background?.advanceTo(instant)) ?? 0;
  const { publicUrl, gatewayUrl } = addresses;
  const { services, providers } = createServices({ environment, db: database.db, clock, logger, masterKey, publicUrl, gatewayUrl, advanceTo });
  const metrics = createMetrics();
  const [accounts] = await Promise.all([seed(services), startGateway(options, { addresses, databaseUrl: database.url, masterKey })]);
  const onWrite = () => background?.wake();
  const doors = await openDoors({ ...options, services, providers, metrics, database, clock, port: addresses.port, onWrite });
  await moveDeadlinesAfterStop(services);
  background = startBackground({ services, clock, io: doors.io, live: doors.live, holder: randomUUID(), metrics, logger });
  const started = background;
  shutdown.onStop("background", () => started.stop());
  const jobs = await startJobs({ databaseUrl: database.url, services, metrics, logger, onDone: onWrite });
  shutdown.onStop("jobs", () => jobs.stop());
  takeUp(services, logger, onWrite);
  return { publicUrl, gatewayUrl, accounts };
}
