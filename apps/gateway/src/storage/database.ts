import pg from "pg";

const INT8 = 20;

/** int8 as a number, refused outside the safe integers: a wrong amount must never travel on. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("an int8 left the safe integers");
  return value;
}

type TypeParser = (text: string) => unknown;

const names = new Map<string, string>();

/**
 * Prepares each statement that comes with values once on each connection: the gateway's texts are constant and few, and planning
 * one of them takes longer than carrying it out.
 */
function prepareStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
  Object.assign(client, {
    query(...parameters: unknown[]): unknown {
      const [text, values, ...others] = parameters;
      if (typeof text !== "string" || !Array.isArray(values)) return query(...parameters);
      const name = names.get(text) ?? `gateway_${names.size}`;
      names.set(text, name);
      return query({ name, text, values }, ...others);
    },
  });
}

/** A small pool of its own, whose statements see only the gateway's schema. */
export function openDatabase(databaseUrl: string, schema: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 8,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: "gateway",
    options: `-c search_path=${schema}`,
    types: {
      getTypeParser: (oid: number, format?: string): TypeParser => (oid === INT8 ? parseInt8 : pg.types.getTypeParser(oid, format as "text")),
    },
  });
  pool.on("connect", prepareStatements);
  return pool;
}

/** What may run statements: the pool outside, one client inside a transaction. */
export type Connection = Pick<pg.PoolClient, "query">;

/** Runs `work` in one transaction. `pg` resolves a COMMIT after a failed statement with ROLLBACK, so the answer is checked. */
export async function inTransaction<Value>(pool: pg.Pool, work: (connection: Connection) => Promise<Value>): Promise<Value> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    const value = await work(client);
    const committed = await client.query("commit");
    if (committed.command !== "COMMIT") throw new Error("the transaction was rolled back");
    return value;
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The first row, or null. */
export async function findRow<Row extends pg.QueryResultRow>(connection: Connection, text: string, values: readonly unknown[]): Promise<Row | null> {
  const result = await connection.query<Row>(text, [...values]);
  return result.rows[0] ?? null;
}

/** The first row of a statement that always answers one. */
export async function takeRow<Row extends pg.QueryResultRow>(connection: Connection, text: string, values: readonly unknown[]): Promise<Row> {
  const row = await findRow<Row>(connection, text, values);
  if (row === null) throw new Error("a statement answered no row");
  return row;
}
