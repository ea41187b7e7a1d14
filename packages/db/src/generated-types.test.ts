import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, inject, it } from "vitest";
import { codegenArguments } from "./testing/codegen.ts";
import { createTestDatabase } from "./testing/index.ts";

it("the committed types are those of the migrated schema", async () => {
  const test = await createTestDatabase(inject("postgresUrl"));
  const root = dirname(createRequire(import.meta.url).resolve("kysely-codegen/package.json"));
  const file = fileURLToPath(new URL("database.generated.ts", import.meta.url));
  const run = spawnSync(process.execPath, [join(root, "dist/cli/bin.js"), ...codegenArguments(test.url, file), "--verify"], { encoding: "utf8" });
  await test.drop();
  expect({ status: run.status, said: run.status === 0 ? "" : run.stdout + run.stderr }).toEqual({ status: 0, said: "" });
});
