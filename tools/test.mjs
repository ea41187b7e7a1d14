// `npm test`: every check there is, in order, each run to its end; exit code 1 if one of them failed.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { buildApps } from "./build.mjs";
import { findChromium } from "./chromium.mjs";
import { install } from "./install.mjs";
import { isStopping, run, stopWithParent } from "./processes.mjs";
import { main, Refusal, root } from "./project.mjs";
import { checkNode, environmentOf, findRuntime } from "./runtime.mjs";

const say = (text) => console.log(`\n› ${text}`);
const results = join(root, ".cache", "test");
const module = (path) => join(root, "node_modules", path);

/** The lock file must install from whatever registry its user has: it may name none. */
function checkLockFile() {
  const lines = readFileSync(join(root, "pnpm-lock.yaml"), "utf8").split("\n");
  const bad = lines.findIndex((line) => /https?:\/\/|tarball:/.test(line));
  if (bad !== -1) throw new Refusal(`pnpm-lock.yaml names a registry in line ${bad + 1}; install with a plain registry setting.`);
}

/** Reads a runner's own report; a runner that ran nothing has not passed. */
function totalsOf(name, path, count) {
  const { passed, failed, skipped } = count(JSON.parse(readFileSync(path, "utf8")));
  if (passed + failed === 0) throw new Refusal(`No ${name} ran.`);
  return `${failed > 0 ? `${failed} failed, ` : ""}${passed} passed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Each language has a server, a database and a browser of its own; they mostly wait, so both go at once. */
const languages = [
  { name: "zh-CN", port: 3470 },
  { name: "en", port: 3480 },
];

const countVitest = (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests });
const countPlaywright = ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped });

/** The checks, by name: each resolves with a line for the summary, or throws. */
function checksWith(runtime) {
  const env = environmentOf(runtime, { CI: "true", FORCE_COLOR: process.stdout.isTTY ? "1" : "0" });
  const node = async (script, args, extra = {}) => {
    const { code } = await run(runtime.node, [script, ...args], { cwd: extra.cwd ?? root, env: { ...env, ...extra.env } });
    if (code !== 0) throw new Refusal(`exit code ${code}`);
    return "passed";
  };
  const turbo = (...args) => node(module("turbo/bin/turbo"), [...args, "--no-update-notifier"]);
  const vitestReport = join(results, "vitest.json");
  const browserTests = (language, extra) => {
    const report = join(results, `browser-${language}.json`);
    const cli = join(root, "packages", "e2e", "node_modules", "@playwright", "test", "cli.js");
    return reported(
      () =>
        node(cli, ["test", `--project=${language}`, "--reporter=list,json"], {
          cwd: join(root, "packages", "e2e"),
          env: { ...extra, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
        }),
      () => totalsOf("browser tests", report, countPlaywright),
    );
  };
  return {
    "format, lint, import walls": () => node(module("@biomejs/biome/bin/biome"), ["check", "--error-on-warnings", "."]),
    "lock file": async () => checkLockFile(),
    // What runs on Node is one program: checked package by package, each would read all it imports anew. For the same reason each
    // program has one checker: several of them infer most types again; the programs go beside each other instead.
    types: async () => {
      const programs = [
        node(module("typescript/bin/tsc"), ["--noEmit", "--checkers", "1", "-p", "tsconfig.node.json"]),
        turbo("run", "types", `--concurrency=${availableParallelism()}`, "--output-logs=errors-only"),
      ];
      const failed = (await Promise.allSettled(programs)).find(({ status }) => status === "rejected");
      if (failed !== undefined) throw failed.reason;
      return "passed";
    },
    "package boundaries": () => turbo("boundaries"),
    "unused code and dependencies": () => node(module("knip/bin/knip.js"), ["--no-progress"]),
    "web build": () => buildApps(runtime, say),
    "unit, property, database and socket tests": () =>
      reported(
        () => node(module("vitest/vitest.mjs"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`]),
        () => totalsOf("tests", vitestReport, countVitest),
      ),
    "browser tests": async () => {
      const chromium = await findChromium(say);
      const totals = await Promise.allSettled(languages.map(({ name, port }) => browserTests(name, { CHROMIUM: chromium, E2E_PORT: String(port) })));
      const lines = totals.map(({ value, reason }, index) => `${languages[index].name}: ${value ?? reason.message}`);
      if (totals.some(({ status }) => status === "rejected")) throw new Refusal(lines.join("; "));
      return lines.join("; ");
    },
  };
}

/** Runs a test runner and answers with its totals, also (as the failure's text) when some of its tests failed. */
async function reported(runTests, readTotals) {
  try {
    await runTests();
  } catch (error) {
    throw new Refusal(`${error.message}: ${readTotals()}`);
  }
  return readTotals();
}

/** Runs one check; @returns the summary's line. */
async function attempt(name, check) {
  say(name);
  const from = performance.now();
  const seconds = () => `${((performance.now() - from) / 1_000).toFixed(1)} s`;
  try {
    return { name, passed: true, text: (await check()) ?? "passed", seconds: seconds() };
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    return { name, passed: false, text: `FAILED (${error.message})`, seconds: seconds() };
  }
}

await main(async () => {
  checkNode();
  stopWithParent();
  const runtime = await findRuntime(say);
  await install(runtime, say);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const wanted = process.argv.slice(2);
  const checks = Object.entries(checksWith(runtime)).filter(([name]) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
  const lines = [];
  for (const [name, check] of checks) {
    if (isStopping()) return 130;
    lines.push(await attempt(name, check));
  }
  console.log("\nTotals");
  for (const { name, passed, text, seconds } of lines) console.log(`  ${passed ? "✓" : "✗"} ${name}: ${text} (${seconds})`);
  const failed = lines.filter((line) => !line.passed).length;
  console.log(failed === 0 ? "All checks passed." : `${failed} of ${lines.length} checks failed.`);
  return failed === 0 ? 0 : 1;
});
