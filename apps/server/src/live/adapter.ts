import { createAdapter as createPostgresAdapter } from "@socket.io/postgres-adapter";
import { createAdapter as createRedisAdapter } from "@socket.io/redis-streams-adapter";
import pg from "pg";
import type { Logger } from "pino";
import { createClient } from "redis";

/** How the rooms of several server processes become one. */
export interface LiveAdapter {
  readonly create: ReturnType<typeof createPostgresAdapter> | ReturnType<typeof createRedisAdapter>;
  close(): Promise<void>;
}

const connectWithinMs = 5_000;

/** Through the database that is there anyway: LISTEN and NOTIFY on a small pool of its own, never on the writers'. */
function throughPostgres(databaseUrl: string, logger: Logger): LiveAdapter {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3, connectionTimeoutMillis: connectWithinMs, application_name: "lingong live" });
  pool.on("error", (error) => logger.warn({ error: error.name }, "a connection of the live adapter broke"));
  return {
    create: createPostgresAdapter(pool, { errorHandler: (error) => logger.warn({ error: error.name }, "the live adapter failed") }),
    close: () => pool.end(),
  };
}

/** Through Redis Streams, for more processes than the database should carry. */
async function throughRedis(redisUrl: string, logger: Logger): Promise<LiveAdapter> {
  const client = createClient({ url: redisUrl, socket: { connectTimeout: connectWithinMs } });
  client.on("error", (error: Error) => logger.warn({ error: error.name }, "the connection to Redis broke"));
  await client.connect();
  return { create: createRedisAdapter(client), close: () => client.close() };
}

/** Redis where it is configured, else the database. */
export async function createLiveAdapter(options: { databaseUrl: string; redisUrl: string | null }, logger: Logger): Promise<LiveAdapter> {
  return options.redisUrl === null ? throughPostgres(options.databaseUrl, logger) : throughRedis(options.redisUrl, logger);
}
