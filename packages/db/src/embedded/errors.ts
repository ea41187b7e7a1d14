/** Why the embedded database could not be started; `message` is one sentence for the person at the terminal. */
export class EmbeddedDatabaseError extends Error {
  readonly code: "no_binaries" | "no_account" | "other_version" | "disk_full" | "locked" | "not_writable" | "failed";

  constructor(code: EmbeddedDatabaseError["code"], message: string) {
    super(message);
    this.name = "EmbeddedDatabaseError";
    this.code = code;
  }
}

/** Turns what PostgreSQL or the file system said into one sentence. `said` is the tail of a log or an error's text. */
export function explainFailure(said: string, dataDir: string): EmbeddedDatabaseError {
  if (/No space left on device|ENOSPC/.test(said)) {
    return new EmbeddedDatabaseError("disk_full", `The disk that holds ${dataDir} is full: free some space and start again.`);
  }
  if (/EACCES|EROFS|Permission denied|Read-only file system/.test(said)) {
    return new EmbeddedDatabaseError("not_writable", `${dataDir} cannot be written by this account: check its owner and rights.`);
  }
  const version = /initialized by PostgreSQL version (\d+)/.exec(said)?.[1];
  if (version !== undefined) {
    return new EmbeddedDatabaseError(
      "other_version",
      `The data in ${dataDir} was written by PostgreSQL ${version}, which this program does not bring.`,
    );
  }
  if (/lock file ".*" already exists/.test(said)) {
    return new EmbeddedDatabaseError("locked", `Another PostgreSQL is using ${dataDir}: stop it first.`);
  }
  const reason = said
    .split("\n")
    .filter((line) => /FATAL|PANIC|ERROR|error:/.test(line))
    .at(-1);
  return new EmbeddedDatabaseError("failed", `PostgreSQL in ${dataDir} did not start: ${reason?.trim() ?? (said.trim() || "it said nothing")}`);
}
