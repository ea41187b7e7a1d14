import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { DB } from "./database.generated.ts";
import type { Database } from "./database.ts";
import { prepareOften } from "./prepare-often.ts";
import { knowPool } from "./statement.ts";

const INT8 = 20;

/** int8 arrives as a number, and loudly not at all where a number cannot hold it. */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a safe integer`);
  return value;
}

const types: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: "text" | "binary") {
    if (id === INT8 && format !== "binary") return parseInt8;
    return format === "binary" ? pg.types.getTypeParser(id, "binary") : pg.types.getTypeParser(id, "text");
  },
} as pg.CustomTypesConfig;

/** A transaction whose COMMIT the server answered with ROLLBACK: a statement inside had failed and its error was swallowed. */
export class RolledBackError extends Error {
  constructor() {
    super("the transaction was rolled back by the server: an error inside it was swallowed");
    this.name = "RolledBackError";
  }
}

function assertCommitted<Answer>(answer: Answer): Answer {
  if ((answer as { command?: unknown } | null)?.command === "ROLLBACK") throw new RolledBackError();
  return answer;
}

/** After a failed statement `pg` resolves COMMIT, with the command ROLLBACK (measured): each connection looks. */
function refuseSilentRollback(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
  Object.assign(client, {
    query(...parameters: unknown[]): unknown {
      const answer = query(...parameters);
      return parameters[0] === "commit" && answer instanceof Promise ? answer.then(assertCommitted) : answer;
    },
  });
}

export interface ConnectionOptions {
  readonly url: string;
  /** Connections at most. Default 16. */
  readonly most?: number;
  /** Milliseconds after which a statement is cancelled. Default 15 s; 0: never. */
  readonly statementTimeout?: number;
  readonly applicationName?: string;
  /** Told of errors of idle connections (the pool replaces them by itself). */
  readonly onError?: (error: Error) => void;
}

/** A pool and the query builder over it. The caller closes it with `db.destroy()`. */
export interface Connection {
  readonly pool: pg.Pool;
  readonly db: Database;
}

/** Opens a pool on a PostgreSQL database. Connections are made when first needed. */
export function connect(options: ConnectionOptions): Connection {
  const timeout = options.statementTimeout ?? 15_000;
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.most ?? 16,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: timeout,
    idle_in_transaction_session_timeout: timeout === 0 ? 0 : 2 * timeout,
    application_name: options.applicationName ?? "lingong",
    pipeline: true,
    types,
  });
  pool.on("connect", refuseSilentRollback);
  pool.on("connect", prepareOften);
  pool.on("error", options.onError ?? (() => {}));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  knowPool(db, pool);
  return { pool, db };
}
