import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));

async function lab(...words: readonly string[]) {
  const { PORT: _port, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...words], { env, maxBuffer: 16 * 1_024 * 1_024 });
  return JSON.parse(stdout);
}

interface Measured {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
}

test("every benchmark runs to its end on a server of its own and prints its figures", { timeout: 240_000 }, async () => {
  const { benchmarks } = await lab("bench", "--json", "--quick");
  expect(Object.keys(benchmarks)).toEqual(["transitions", "rounds", "reads", "lifecycles", "ledger", "offers", "load"]);
  for (const { figures, notes } of Object.values<{ figures: Record<string, Record<string, Measured>>; notes: string[] }>(benchmarks)) {
    const measured = Object.values(figures).flatMap((group) => Object.values(group));
    expect(measured.length).toBeGreaterThan(0);
    expect(measured.every(({ least, median, most, runs }) => least <= median && median <= most && runs >= 1)).toBe(true);
    expect(notes.length).toBeGreaterThan(0);
  }
  expect(Object.keys(benchmarks.transitions.figures)).toEqual(["table", "guards", "whole"]);
  expect(benchmarks.lifecycles.figures["whole orders"].duration.runs).toBeGreaterThanOrEqual(2);
});

test("the ledger's benchmark prints what another ledger's figures can be laid beside", { timeout: 120_000 }, async () => {
  const { clients, bytesPerTransfer } = await lab("ledger-bench", "--json", "--quick");
  for (const found of Object.values<Record<string, { ours: number; bare: number; ratio: number }>>(clients)) {
    expect(Object.keys(found)).toEqual(["spread", "hotWorker", "commission", "batch100"]);
    for (const { ours, bare, ratio } of Object.values(found)) {
      expect(ours).toBeGreaterThan(0);
      expect(ratio).toBeCloseTo(ours / bare, 1);
    }
  }
  expect(bytesPerTransfer).toBeGreaterThan(0);
});

test("a benchmark nobody knows is one sentence", async () => {
  await expect(lab("bench", "--json", "juggling")).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('no benchmark "juggling"') });
});
