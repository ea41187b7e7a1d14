import { chmodSync, chownSync, mkdirSync, readlinkSync, realpathSync } from "node:fs";
import { platform } from "node:os";
import { join } from "node:path";
import { type Account, canReach } from "./account.ts";

/** A data directory as its processes are told of it. */
export interface Place {
  readonly path: string;
  /** What goes after `-D`. */
  readonly argument: string;
  readonly account: Account | null;
}

const WORKING_DIRECTORY = "/proc/self/cwd";

/**
 * Makes the directory and gives it to the account. Where the account cannot walk down to it (a checkout below root's own
 * home), it is started inside: the working directory is set before the rights are dropped, and Linux lets a process
 * name its own working directory without walking the path again.
 */
export function preparePlace(wanted: string, account: Account | null): Place {
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  const path = realpathSync(wanted);
  if (account !== null) {
    chownSync(path, account.uid, account.gid);
    chmodSync(path, 0o700);
  }
  const walkable = platform() !== "linux" || canReach(join(path, "PG_VERSION"), account);
  return { path, argument: walkable ? path : WORKING_DIRECTORY, account };
}

/** Whether a server that answers `SHOW data_directory` with `shown` and runs as `pid` is the one of this place. */
export function isServedBy(place: Place, shown: string, pid: number): boolean {
  if (shown === place.path) return true;
  if (shown !== WORKING_DIRECTORY) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === place.path;
  } catch {
    return false;
  }
}

/** Options of `spawn` for a PostgreSQL program of this place. */
export function spawnOptions(place: Place): { cwd: string; uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  const env = { ...process.env, LC_ALL: "C", LANG: "C" };
  // PostgreSQL would take its defaults from these.
  for (const name of Object.keys(env)) if (name.startsWith("PG")) delete env[name as keyof typeof env];
  return place.account === null ? { cwd: place.path, env } : { cwd: place.path, env, ...place.account };
}
