import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connection, connect, startEmbedded } from "@lingong/db";
import { startOwnServer } from "../play/server.ts";

/** Where the benchmarks with a server take place: a real server process on a real, durable PostgreSQL of its own. */
export interface Place {
  readonly url: string;
  readonly databaseUrl: string;
  /** For preparing data and looking things up beside the API; never for what is measured. */
  readonly db: Connection["db"];
  stop(): Promise<void>;
}

/** Starts both on empty data in a temporary folder, which goes with them. */
export async function openPlace(say: (text: string) => void): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "lingong-bench-"));
  const undo: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    say("starting PostgreSQL");
    const database = await startEmbedded({ dataDir: folder });
    undo.push(() => database.stop());
    say("starting the server");
    const server = await startOwnServer({ env: { DATABASE_URL: database.url } });
    undo.push(() => server.stop());
    const { db } = connect({ url: database.url, most: 2, applicationName: "lingong-bench" });
    undo.push(() => db.destroy());
    return { url: server.url, databaseUrl: database.url, db, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
