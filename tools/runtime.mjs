// Finds Node 26 and pnpm on a machine that has only some Node and npm: npx brings both from the registry, once.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./processes.mjs";
import { explain, Refusal, recall, remember, root } from "./project.mjs";

const nodeVersion = readFileSync(join(root, ".node-version"), "utf8").trim();
const pnpmSpecifier = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager;

/** Stops with a sentence on a Node that is too old to carry even these tools. */
export function checkNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 18)
    throw new Refusal(`Lingong needs Node 18 or newer to begin with; this is Node ${process.versions.node}. Install a current one from nodejs.org.`);
}

/** Whether a remembered runtime is still there and still what it was. */
function stillThere(runtime) {
  if (runtime?.nodeVersion !== nodeVersion || runtime.pnpmSpecifier !== pnpmSpecifier) return false;
  if (!existsSync(runtime.node) || !existsSync(runtime.pnpm)) return false;
  try {
    return execFileSync(runtime.node, ["--version"], { encoding: "utf8" }).trim() === `v${nodeVersion}`;
  } catch {
    return false;
  }
}

/** Lets npx fetch packages and asks the Node it then runs who it is. */
async function fetchThrough(nodePackage) {
  const { code, output } = await run(
    "npx",
    ["--yes", "-p", nodePackage, "-p", pnpmSpecifier, "--", "node", join(root, "tools", "describe-runtime.mjs")],
    {
      show: "nothing",
      cwd: root,
    },
  );
  const described = output.split("\n").find((line) => line.startsWith('{"runtime":'));
  return { found: code === 0 && described ? JSON.parse(described).runtime : null, output };
}

/**
 * The Node and pnpm that the project runs on.
 * With install scripts switched off in the user's configuration, `npx -p node@…` quietly runs the old Node: hence the
 * question to the program that really ran, and the second way, by the platform's own package.
 * @returns {Promise<{node: string, pnpm: string, bin: string}>} paths of Node, of pnpm's script, and of the folder with both.
 */
export async function findRuntime(say) {
  const known = recall("runtime");
  if (stillThere(known)) return known;
  say(`Fetching Node ${nodeVersion} and ${pnpmSpecifier} …`);
  let answer = await fetchThrough(`node@${nodeVersion}`);
  if (answer.found?.version !== `v${nodeVersion}`) answer = await fetchThrough(`node-${process.platform}-${process.arch}@${nodeVersion}`);
  if (answer.found?.version !== `v${nodeVersion}`) {
    throw new Refusal(explain(answer.output, `Node ${nodeVersion} could not be fetched with npx:\n${answer.output.trim().slice(-1_000)}`));
  }
  const runtime = { ...answer.found, nodeVersion, pnpmSpecifier };
  remember("runtime", runtime);
  return runtime;
}

/** The environment in which the project's programs find the right Node and pnpm first. */
export function environmentOf(runtime, extra = {}) {
  const { npm_config_user_agent: _npm, ...inherited } = process.env;
  // Node strips the types from some hundred files at each start; what it made of them is kept.
  const NODE_COMPILE_CACHE = join(root, ".cache", "node");
  return {
    ...inherited,
    PATH: `${runtime.bin}${delimiter}${process.env.PATH ?? ""}`,
    NODE_COMPILE_CACHE,
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    ...extra,
  };
}
