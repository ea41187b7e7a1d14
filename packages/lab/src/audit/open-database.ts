import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { connect, type Database, EmbeddedDatabaseError, moveIn, startEmbedded } from "@lingong/db";
import { Refusal } from "../command.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

export interface OpenDatabase {
  readonly db: Database;
  close(): Promise<void>;
}

function open(url: string, after: () => Promise<void>): OpenDatabase {
  const { db } = connect({ url, most: 1, statementTimeout: 0, applicationName: "lingong-lab" });
  return {
    db,
    async close() {
      await db.destroy();
      await after();
    },
  };
}

/**
 * The embedded database of a data folder, started when nobody runs it and stopped again when nobody else has come.
 * @throws Refusal when the folder holds none: looking makes nothing.
 */
async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  if (!existsSync(join(dataDir, "postgres", "PG_VERSION"))) {
    throw new Refusal(`there is no database in ${dataDir}: set DATABASE_URL, or LINGONG_DATA to a server's data folder`);
  }
  const residents = moveIn(dataDir);
  try {
    const embedded = await startEmbedded({ dataDir });
    return open(embedded.url, async () => {
      residents.leave();
      if (!residents.others()) await embedded.stop();
    });
  } catch (error) {
    residents.leave();
    throw error instanceof EmbeddedDatabaseError ? new Refusal(error.message) : error;
  }
}

/** The database of `DATABASE_URL`, else the embedded one of the data folder, as the server finds it. */
export async function openDatabase(variables: Readonly<Record<string, string | undefined>>): Promise<OpenDatabase> {
  const url = variables.DATABASE_URL;
  if (url !== undefined && url !== "") return open(url, async () => undefined);
  return openEmbedded(resolve(root, variables.LINGONG_DATA ?? ".data"));
}
