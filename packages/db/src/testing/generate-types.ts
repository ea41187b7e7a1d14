import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTestCluster } from "./cluster.ts";
import { codegenArguments } from "./codegen.ts";
import { createTestDatabase } from "./database.ts";

// Run after a change of the migrations: writes database.generated.ts from a freshly migrated schema.

const cluster = await createTestCluster();
try {
  const database = await createTestDatabase(cluster.url);
  const root = dirname(createRequire(import.meta.url).resolve("kysely-codegen/package.json"));
  const file = fileURLToPath(new URL("../database.generated.ts", import.meta.url));
  const { status } = spawnSync(process.execPath, [join(root, "dist/cli/bin.js"), ...codegenArguments(database.url, file)], { stdio: "inherit" });
  process.exitCode = status ?? 1;
  await database.drop();
} finally {
  await cluster.stop();
}
