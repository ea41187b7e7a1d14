import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { EmbeddedDatabaseError } from "./errors.ts";

/** The account PostgreSQL runs as; null: as ourselves. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses root, so root hands it to `postgres`, else to `nobody`; everybody else runs it as themselves. */
export function accountForPostgres(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields !== undefined) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new EmbeddedDatabaseError(
    "no_account",
    "PostgreSQL refuses to run as root, and there is neither a `postgres` nor a `nobody` account to run it as.",
  );
}

function maySearch(directory: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(directory);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

/** Whether the account may walk down to `path`: every directory above it must let it search. */
export function canReach(path: string, account: Account | null): boolean {
  if (account === null) return true;
  for (let directory = dirname(path); ; directory = dirname(directory)) {
    if (!maySearch(directory, account)) return false;
    if (directory === dirname(directory)) return true;
  }
}
