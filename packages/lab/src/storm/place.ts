import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { inNewPlace, type OwnServer, type ServerPlace, startOwnServer } from "../play/server.ts";

/** A server with its embedded database, on one address, however often either is killed. */
export interface StormPlace extends ServerPlace {
  readonly url: string;
  /** `kill -9` of the server, or of the database below it and then of the server, which cannot start it again; up again at the end. */
  strike(what: "server" | "database"): Promise<void>;
  stop(): Promise<void>;
}

/** The first line of PostgreSQL's lock file is its process. */
function signalDatabase(folder: string, signal: "SIGKILL" | "SIGINT"): void {
  const pid = Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, signal);
}

/** A server that was just killed has left its database behind. */
function endDatabaseLeft(folder: string): void {
  try {
    signalDatabase(folder, "SIGINT");
  } catch {
    // No lock file, or that of one that was killed itself: nothing is left.
  }
}

/** Starts a server in a folder of its own, which goes with it. */
export function openStormPlace(): Promise<StormPlace> {
  return inNewPlace(async (place) => comeAndGo(place, await startOwnServer({ place })));
}

function comeAndGo(place: ServerPlace, first: OwnServer): StormPlace {
  let server = first;
  return {
    ...place,
    url: server.url,
    async strike(what) {
      if (what === "database") signalDatabase(place.folder, "SIGKILL");
      await server.kill();
      server = await startOwnServer({ place });
    },
    async stop() {
      await server.stop();
      endDatabaseLeft(place.folder);
      await rm(place.folder, { recursive: true, force: true });
    },
  };
}
