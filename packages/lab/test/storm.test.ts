import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

test("a storm with a killed server and a killed database leaves the books in order, and every order ends", { timeout: 240_000 }, async () => {
  const words = ["storm", "--json", "--operations", "720", "--batch", "360", "--kills", "2"];
  const { PORT: _port, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...words], { env, maxBuffer: 16 * 1_024 * 1_024 });
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ findings: [], kills: 2, stillOpen: 0, escrowOpen: 0 });
  expect(report.operations).toBeGreaterThanOrEqual(720);
  expect(report.done).toBeGreaterThan(200);
  expect(report.orders).toBeGreaterThan(30);
});
