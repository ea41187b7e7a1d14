import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Residents, removeEmbedded, startEmbedded } from "@lingong/db";
import { Refusal } from "../stop/refusal.ts";
import { type Environment, masterKeyFile } from "./environment.ts";

/** What a data folder holds beside the embedded database. Nothing else in it is ever deleted. */
const ours = ["files", "uploads", "server.log", "gateway.log"];

/** Begins anew: deletes what earlier runs have left in the data folder. @throws Refusal while somebody uses it. */
export async function startAfresh(environment: Environment, residents: Residents): Promise<void> {
  const { dataDir } = environment;
  if (environment.databaseUrl !== null) throw new Refusal("--fresh deletes the embedded database; the one of DATABASE_URL is yours to drop.");
  if (residents.others()) throw new Refusal("A server of this data folder is running: stop it before starting anew with --fresh.");
  if (existsSync(join(dataDir, "postgres", "postmaster.pid"))) {
    const left = await startEmbedded({ dataDir }).catch(() => null);
    await left?.stop();
  }
  removeEmbedded(dataDir);
  for (const name of ours) rmSync(join(dataDir, name), { recursive: true, force: true });
  rmSync(masterKeyFile(dataDir), { force: true });
}
