// Builds the web apps whose sources have changed since they were last built.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { compressFolder } from "./compress.mjs";
import { run } from "./processes.mjs";
import { explain, Refusal, recall, remember, root } from "./project.mjs";
import { environmentOf } from "./runtime.mjs";

const webApps = ["customer", "worker", "admin"];
/** What every web app is made of beside its own folder. */
const shared = ["packages/ui", "packages/client", "packages/contracts", "packages/domain", "pnpm-lock.yaml", "tsconfig.base.json"];
const ignored = new Set(["node_modules", "dist", ".turbo", "test", "test-results"]);

function addToHash(hash, path) {
  const full = join(root, path);
  const about = statSync(full, { throwIfNoEntry: false });
  if (about === undefined) return;
  if (about.isFile()) hash.update(path).update(readFileSync(full));
  if (!about.isDirectory()) return;
  const names = readdirSync(full).filter((name) => !ignored.has(name) && !name.includes(".test."));
  for (const name of names.sort()) addToHash(hash, `${path}/${name}`);
}

function sourcesOf(app) {
  const hash = createHash("sha256");
  for (const path of [`apps/${app}`, ...shared]) addToHash(hash, path);
  return hash.digest("hex");
}

const isBuilt = (app) => existsSync(join(root, "apps", app, "dist", "index.html"));

/** Brings `dist` of the three web apps up to their sources; `show` as in `run`. */
export async function buildApps(runtime, say, show = "all") {
  const wanted = webApps.map((app) => ({ app, stamp: sourcesOf(app) }));
  const stale = wanted.filter(({ app, stamp }) => !isBuilt(app) || recall(`build-${app}`) !== stamp);
  if (stale.length === 0) return;
  say(`Building the web apps: ${stale.map(({ app }) => app).join(", ")} …`);
  const filters = stale.map(({ app }) => `--filter=@lingong/${app}`);
  const args = [
    join(root, "node_modules", "turbo", "bin", "turbo"),
    "run",
    "build",
    ...filters,
    "--output-logs=errors-only",
    "--ui=stream",
    "--no-update-notifier",
  ];
  const { code, output } = await run(runtime.node, args, { cwd: root, env: environmentOf(runtime), show });
  if (code !== 0) throw new Refusal(explain(output, "A web app could not be built (see above)."));
  for (const { app, stamp } of stale) {
    if (!isBuilt(app)) throw new Refusal(`The ${app} app has no build: apps/${app}/dist/index.html is missing after the build.`);
    await compressFolder(join(root, "apps", app, "dist"));
    remember(`build-${app}`, stamp);
  }
}
