import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { compileCache } from "./support/server-process.ts";

const log = new URL("../src/operations/log.ts", import.meta.url);

test.each([
  ["production", "stdout"],
  ["development", "stderr"],
] as const)("in %s a process ends though nobody reads its log any more", async (mode, stream) => {
  const script = `
    const { createLogger } = await import(${JSON.stringify(log.href)});
    const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([import("node:fs"), import("node:os"), import("node:path")]);
    const dataDir = mkdtempSync(join(tmpdir(), "lingong-log-"));
    const logger = createLogger({ production: ${mode === "production"}, logLevel: "info", dataDir });
    process.stdin.once("data", () => {
      logger.error("nobody hears this");
      logger.error("nor this");
      process.exit(7);
    });`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child[stream].destroy();
  child.stdin.write("go");
  const [code] = await once(child, "exit", { signal: AbortSignal.timeout(50_000) }).finally(() => child.kill("SIGKILL"));
  expect(code).toBe(7);
});
