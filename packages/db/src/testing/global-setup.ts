import type { TestProject } from "vitest/node";
import { createTestCluster } from "./cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The port of the test cluster: `createTestDatabase(inject("postgresPort"))`. */
    postgresPort: number;
  }
}

/** For vitest's `globalSetup`: one cluster for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await createTestCluster();
  project.provide("postgresPort", cluster.port);
  return () => cluster.stop();
}
