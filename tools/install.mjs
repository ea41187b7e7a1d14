// Installs the packages from the lock file, when something that decides what they are has changed.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./processes.mjs";
import { explain, Refusal, recall, remember, root } from "./project.mjs";
import { environmentOf } from "./runtime.mjs";

/** Every file that decides what `node_modules` holds. */
function manifests() {
  const members = ["apps", "packages"].flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name, "package.json")));
  return ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...members.filter((path) => existsSync(join(root, path)))].sort();
}

function stampOf(runtime) {
  const hash = createHash("sha256").update(runtime.nodeVersion).update(runtime.pnpmSpecifier);
  for (const path of manifests()) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

/** Makes `node_modules` what the lock file says; `show` as in `run`. */
export async function install(runtime, say, show = "all") {
  const stamp = stampOf(runtime);
  if (recall("install") === stamp && existsSync(join(root, "node_modules", ".modules.yaml"))) return;
  say("Installing packages from the lock file …");
  const args = [runtime.pnpm, "install", "--frozen-lockfile", "--reporter=append-only"];
  const { code, output } = await run(runtime.node, args, { cwd: root, env: environmentOf(runtime, { CI: "true" }), show });
  if (code !== 0) throw new Refusal(explain(output, "The packages could not be installed (see above)."));
  remember("install", stamp);
}
