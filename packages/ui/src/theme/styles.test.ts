// @vitest-environment node
/// <reference types="node" />
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../../../..");
const core = join(root, "packages/ui/node_modules/@mantine/core");
const sheet = readFileSync(join(import.meta.dirname, "mantine.css"), "utf8");

/** The components of Mantine that a source file names in an import of values. */
function imported(source: string): readonly string[] {
  const lists = [...source.matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)].map((match) => match[1] ?? "");
  return lists.flatMap((list) => list.split(",").map((name) => name.trim())).filter((name) => /^[A-Z]/.test(name));
}

/** A component's file and all it imports within Mantine. */
function follow(file: string, seen: Set<string>): void {
  if (seen.has(file)) return;
  seen.add(file);
  for (const [, path] of readFileSync(file, "utf8").matchAll(/from "(\.[^"]+\.mjs)"/g)) follow(normalize(join(dirname(file), path ?? "")), seen);
}

it("styles every component of Mantine that the apps and the kit use, and what those are made of", () => {
  const sources = globSync(["apps/{customer,worker,admin}/src/**/*.{ts,tsx}", "packages/ui/{src,gallery}/**/*.{ts,tsx}"], { cwd: root });
  const used = new Set(sources.flatMap((path) => imported(readFileSync(join(root, path), "utf8"))));
  expect(used.size).toBeGreaterThan(10);
  const files = new Map(
    globSync("esm/components/**/*.mjs", { cwd: core }).map((path) => [path.split("/").at(-1)?.replace(".mjs", ""), join(core, path)]),
  );
  const seen = new Set<string>();
  for (const name of [...used, "Notification", "Modal"]) {
    const file = files.get(name);
    if (file !== undefined) follow(file, seen);
  }
  const needed = [...seen]
    .map((file) => file.split("/").at(-1)?.replace(".mjs", "") ?? "")
    .filter((name) => existsSync(join(core, `styles/${name}.layer.css`)));
  const missing = needed.filter((name) => !sheet.includes(`styles/${name}.layer.css`));
  expect(missing, "import these in theme/mantine.css").toEqual([]);
});
