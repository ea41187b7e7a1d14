/** A reason not to start that its reader can act on: shown as one sentence, without a stack, with exit code 1. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full: free some space and start again (nothing was lost).",
  EROFS: "The data folder cannot be written to: its file system is read-only.",
  EACCES: "The data folder, or the port, may not be used by this user: check its permissions.",
  ECONNREFUSED: "The database cannot be reached: check DATABASE_URL and that PostgreSQL is running there.",
  ENOTFOUND: "The database's host name cannot be found: check DATABASE_URL.",
  ETIMEDOUT: "The database does not answer: check DATABASE_URL and the network between.",
  "28P01": "The database refuses the user or password of DATABASE_URL.",
  "28000": "The database refuses the user or password of DATABASE_URL.",
  "3D000": "The database named in DATABASE_URL does not exist: create it first.",
  "53100": "The disk of the database is full: free some space and start again (nothing was lost).",
  "53300": "The database has no connection left: raise its max_connections or lower DATABASE_CONNECTIONS.",
};

/** The sentence for a failure to start, or null where only its stack helps. */
export function explain(error: unknown, port: number): string | null {
  if (error instanceof Refusal) return error.message;
  if (!(error instanceof Error)) return null;
  if (["DatabaseNewerError", "EmbeddedDatabaseError", "ProviderConfigurationError"].includes(error.name)) return error.message;
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "EADDRINUSE") return `Port ${port} is taken by another program: stop it, or choose another with PORT=… npm start.`;
  return sentences[code] ?? null;
}
