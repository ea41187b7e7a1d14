import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

test("the demo plays every order to its end on a server of its own, to the fen", { timeout: 180_000 }, async () => {
  const { PORT: _port, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [main, "demo", "--json", "--own"], { env, maxBuffer: 16 * 1_024 * 1_024 });
  const report = JSON.parse(stdout);
  expect(report.problems).toEqual([]);
  expect(report.chains).toBe("intact");
  expect(report.ledger).toMatchObject({ sum: 0, escrowOpen: 0 });
  expect(report.orders.map((order: { finalState: string }) => order.finalState)).toEqual([
    "completed",
    "completed",
    "completed",
    "cancelled",
    "completed",
    "resolved",
    "completed",
  ]);
});
