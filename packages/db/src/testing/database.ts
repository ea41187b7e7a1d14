import pg from "pg";
import { type Connection, type ConnectionOptions, connect } from "../connection.ts";
import { newId } from "../id.ts";
import { addressWith, TEMPLATE } from "./cluster.ts";

/** A migrated, empty database of one's own. */
export interface TestDatabase extends Connection {
  readonly url: string;
  /** Closes the pool and drops the database. */
  drop(): Promise<void>;
}

async function administer(clusterUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(clusterUrl);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes a database from the cluster's template: one per test file. `clusterUrl` is the test cluster's. */
export async function createTestDatabase(clusterUrl: string, options: Omit<ConnectionOptions, "url"> = {}): Promise<TestDatabase> {
  const name = `test_${newId().replaceAll("-", "")}`;
  await administer(clusterUrl, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  const url = addressWith(clusterUrl, name);
  const connection = connect({ ...options, url });
  return {
    ...connection,
    url,
    async drop() {
      await connection.db.destroy();
      await administer(clusterUrl, `drop database ${name} with (force)`);
    },
  };
}
