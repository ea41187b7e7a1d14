import pg from "pg";
import { type Connection, type ConnectionOptions, connect } from "../connection.ts";
import { newId } from "../id.ts";
import { TEMPLATE } from "./cluster.ts";

/** A migrated, empty database of one's own. */
export interface TestDatabase extends Connection {
  readonly url: string;
  /** Closes the pool and drops the database. */
  drop(): Promise<void>;
}

async function administer(port: number, statement: string): Promise<void> {
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", database: "postgres" });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes a database from the cluster's template: one per test file. `port` is the test cluster's. */
export async function createTestDatabase(port: number, options: Omit<ConnectionOptions, "url"> = {}): Promise<TestDatabase> {
  const name = `test_${newId().replaceAll("-", "")}`;
  await administer(port, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  const url = `postgres://postgres@127.0.0.1:${port}/${name}`;
  const connection = connect({ ...options, url });
  return {
    ...connection,
    url,
    async drop() {
      await connection.db.destroy();
      await administer(port, `drop database ${name} with (force)`);
    },
  };
}
