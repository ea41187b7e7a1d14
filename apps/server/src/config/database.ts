import { type Connection, connect, type EmbeddedDatabase, type EmbeddedProgress, migrate, type Residents, startEmbedded } from "@lingong/db";
import type { Logger } from "pino";
import type { Environment } from "./environment.ts";

const told: Partial<Record<EmbeddedProgress, string>> = {
  copying_binaries: "Preparing PostgreSQL …",
  creating_cluster: "Creating the database …",
  reusing: "The database of an earlier run is still up: going on with it.",
};

export interface OpenDatabase extends Connection {
  readonly url: string;
  close(): Promise<void>;
}

/** The database of `DATABASE_URL`, else the embedded one of the data folder. */
async function locate(environment: Environment, say: (text: string) => void): Promise<{ url: string; embedded: EmbeddedDatabase | null }> {
  if (environment.databaseUrl !== null) return { url: environment.databaseUrl, embedded: null };
  const embedded = await startEmbedded({
    dataDir: environment.dataDir,
    onProgress: (step) => {
      const text = told[step];
      if (text !== undefined) say(text);
    },
  });
  return { url: embedded.url, embedded };
}

/** Opens the database and brings its schema to this version. The last process of a data folder stops the embedded one. */
export async function openDatabase(
  environment: Environment,
  given: { readonly logger: Logger; readonly residents: Residents; readonly say: (text: string) => void },
): Promise<OpenDatabase> {
  const { logger, residents, say } = given;
  const { url, embedded } = await locate(environment, say);
  const connection = connect({
    url,
    most: environment.databaseConnections,
    onError: (error) => logger.warn({ error: error.name }, "an idle database connection broke"),
  });
  const close = async () => {
    await connection.db.destroy();
    residents.leave();
    if (embedded !== null && !residents.others()) await embedded.stop();
  };
  try {
    const steps = await migrate(connection.db);
    if (steps.length > 0) say(`Brought the database to this version (${steps.length} step${steps.length === 1 ? "" : "s"}).`);
  } catch (error) {
    await close();
    throw error;
  }
  return { ...connection, url, close };
}
