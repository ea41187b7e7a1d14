import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { Refusal } from "../command.ts";
import { dispatch } from "./dispatch-command.ts";
import { readScenario } from "./read-scenario.ts";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "lingong-scenario-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The program itself, in a process of its own. */
function lab(...words: readonly string[]) {
  return promisify(execFile)(process.execPath, [main, "dispatch", ...words]);
}

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const worker = { id: "w", x: 0, y: 0, fromS: 0, toS: 10, radius: 5, value: 1, tags: [] };
const order = { id: "t", x: 3, y: 4, postedS: 2, expiresS: 8, serviceS: 0, value: 7, tags: [] };
const head = { name: "two", metric: "euclid", travel: null, returnsToWork: false, weight: "value" };
const two = { ...head, workers: [worker], orders: [order] };

describe("lab dispatch", () => {
  it("prints one JSON object with these keys and nothing else", async () => {
    const { stdout, stderr } = await lab(written("two.json", JSON.stringify(two)), "--policy", "greedy", "--json");
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      orders: 1,
      workers: 1,
      served: 1,
      totalWeight: 7,
      share: 1,
      meanWaitS: 0,
      meanPickup: 5,
      giniIncomePerHour: 0,
      rounds: 1,
      msPerRound: { p50: expect.any(Number), p99: expect.any(Number), max: expect.any(Number) },
      seconds: expect.any(Number),
      decisionsSha256: createHash("sha256").update("t\tw\t2\n").digest("hex"),
    });
  });

  const broken: readonly (readonly [string, string, RegExp])[] = [
    ["cut short in a record", JSON.stringify(two).slice(0, -30), /cut short.*orders\[0\]/],
    ["cut short between records", JSON.stringify(two).slice(0, -2), /cut short/],
    ["empty", "", /cut short/],
    ["no object", "[]", /"\{" is missing at the beginning/],
    ["no JSON", JSON.stringify(two).replace('"x":3', '"x":NaN'), /not JSON.*orders\[0\]/],
    ["without orders", JSON.stringify({ ...head, workers: [] }), /"orders" is missing/],
    ["a number that is none", JSON.stringify({ ...two, workers: [{ ...worker, x: null }] }), /workers\[0\] \(w\): x is not a number/],
    ["a negative time", JSON.stringify({ ...two, orders: [{ ...order, postedS: -1 }] }), /orders\[0\] \(t\): postedS is negative/],
    ["a window of no length", JSON.stringify({ ...two, orders: [{ ...order, expiresS: 2 }] }), /orders\[0\] \(t\): expiresS is not later/],
    ["two of one id", JSON.stringify({ ...two, workers: [worker, worker] }), /workers\[1\] \(w\): the id is that of workers\[0\]/],
    ["an unknown metric", JSON.stringify({ ...two, metric: "taxi" }), /metric is neither/],
    [
      "somebody at (0, 0)",
      JSON.stringify({ ...two, metric: "geo", workers: [{ ...worker, lat: 0, lng: 0 }] }),
      /workers\[0\] \(w\): 0, 0 is no place on earth/,
    ],
  ];

  it.each(broken)("refuses a file that is %s in one sentence", (name, text, sentence) => {
    const file = written(`${name}.json`, text);
    expect(() => readScenario(file)).toThrow(Refusal);
    expect(() => readScenario(file)).toThrow(sentence);
  });

  it.each([
    [["--policy", "best"], /greedy or batch/],
    [["--round", "0"], /--round must be longer/],
    [["--hold", "long"], /--hold takes a time/],
    [["--ends", "open"], /inclusive or exclusive/],
  ] as const)("refuses %j", async (words, sentence) => {
    await expect(dispatch([written("two.json", JSON.stringify(two)), ...words])).rejects.toThrow(sentence);
  });

  it("tells in one sentence and by its exit code", async () => {
    const [, text, sentence] = broken[0] ?? ["", "", /never/];
    await expect(lab(written("cut.json", text), "--json")).rejects.toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(sentence) });
    await expect(lab("cut.json", "--hodl", "3")).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^lab dispatch: Unknown option/),
    });
  });
});
