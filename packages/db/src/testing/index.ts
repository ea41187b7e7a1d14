// For tests of any package: a real PostgreSQL of their own, from the template that the run's global setup has migrated.
export { createTestCluster, type TestCluster } from "./cluster.ts";
export { createTestDatabase, type TestDatabase } from "./database.ts";
export type {} from "./provided.ts";
