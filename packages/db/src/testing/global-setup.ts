import type { TestProject } from "vitest/node";
import { createTestCluster } from "./cluster.ts";
import type {} from "./provided.ts";

/** For vitest's `globalSetup`: one cluster for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await createTestCluster();
  project.provide("postgresUrl", cluster.url);
  return () => cluster.stop();
}
