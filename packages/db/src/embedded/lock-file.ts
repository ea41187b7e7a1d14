import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What a running (or killed) server wrote into `postmaster.pid`. */
export interface LockFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

export function readLockFile(directory: string): LockFile | null {
  try {
    const lines = readFileSync(join(directory, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" } : null;
  } catch {
    return null;
  }
}

/** Whether a process runs under this id. A zombie counts as gone: it holds nothing any more. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return true;
  }
}

function worksIn(pid: string, directory: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === directory;
  } catch {
    return false;
  }
}

/**
 * Removes a lock file whose number belongs to another program by now (after a restart of the machine, or in a container,
 * numbers come again). Every process of a server works in its data directory; where that can be seen and none does, nobody
 * holds it. Elsewhere PostgreSQL judges for itself.
 */
export function removeStaleLock(directory: string): void {
  const lock = readLockFile(directory);
  if (lock === null || !isAlive(lock.pid) || !existsSync("/proc/self/cwd")) return;
  if (!readdirSync("/proc").some((pid) => /^\d+$/.test(pid) && worksIn(pid, directory))) rmSync(join(directory, "postmaster.pid"));
}
