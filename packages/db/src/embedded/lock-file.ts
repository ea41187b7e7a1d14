import { readFileSync } from "node:fs";
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
