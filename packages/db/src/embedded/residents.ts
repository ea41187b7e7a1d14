import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive } from "./lock-file.ts";

/** The processes that share a data folder, and so its embedded database: the last one to leave stops it. */
export interface Residents {
  /** Whether another process of this data folder is alive. */
  others(): boolean;
  leave(): void;
}

/** Notes this process in the data folder; what killed processes left there is cleared. */
export function moveIn(dataDir: string): Residents {
  const folder = join(dataDir, "servers");
  mkdirSync(folder, { recursive: true });
  const own = String(process.pid);
  writeFileSync(join(folder, own), "");
  return {
    others() {
      const pids = readdirSync(folder).filter((name) => name !== own);
      for (const pid of pids) if (!isAlive(Number(pid))) rmSync(join(folder, pid), { force: true });
      return pids.some((pid) => isAlive(Number(pid)));
    },
    leave() {
      rmSync(join(folder, own), { force: true });
    },
  };
}
