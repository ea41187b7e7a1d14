import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultPolicy, dispatchDraftOf, draftFrom } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compare, replay } from "../replay/replay.ts";
import { type FiledReceipt, type FiledRound, readRounds } from "./rounds-file.ts";
import { sampleRounds } from "./sample.ts";
import { verifyRound } from "./verify-round.ts";
import { writeRounds } from "./write-rounds.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lingong-receipts-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sample = [...sampleRounds({ rounds: 60, seed: 7 })];

describe("receipts of random rounds", () => {
  it("say what the rule book says: sums, ranks, reasons, smallest steps, and nobody left without a word", () => {
    const verdicts = sample.map(verifyRound);
    expect(verdicts.flatMap(({ mismatches }) => mismatches)).toEqual([]);
    expect(verdicts.reduce((sum, { unexplained }) => sum + unexplained, 0)).toBe(0);
    const receipts = sample.flatMap((round) => round.receipts);
    expect(receipts.length).toBeGreaterThan(2_000);
    const reasons = new Set(receipts.map(({ outcome, reason }) => reason ?? outcome));
    for (const reason of [
      "offered",
      "outranked",
      "offered_elsewhere",
      "holding_offer",
      "excluded_resting",
      "excluded_overlapping",
      "excluded_night_rest",
      "excluded_certificate",
    ])
      expect(reasons).toContain(reason);
  });

  it("come back from a file as they were; a file cut short or changed is refused", async () => {
    const file = join(folder, "rounds.jsonl");
    const few = sample.slice(0, 3);
    expect(await writeRounds(file, few)).toEqual({ rounds: 3, receipts: few.flatMap((round) => round.receipts).length });
    const read = await Array.fromAsync(readRounds(file));
    expect(read).toEqual(JSON.parse(JSON.stringify(few)));
    const cut = join(folder, "cut.jsonl");
    const text = await readFile(file, "utf8");
    await writeFile(cut, text.slice(0, text.lastIndexOf('{"end"')));
    await expect(Array.fromAsync(readRounds(cut))).rejects.toThrow("cut short");
    await writeFile(cut, text.slice(0, -30));
    await expect(Array.fromAsync(readRounds(cut))).rejects.toThrow("cut short");
    await writeFile(cut, "{}\n");
    await expect(Array.fromAsync(readRounds(cut))).rejects.toThrow("no file of rounds");
    await expect(Array.fromAsync(readRounds(join(folder, "missing")))).rejects.toThrow("cannot be read");
  });
});

describe("rounds that are run again", () => {
  const source = (rounds: readonly FiledRound[]) => ({
    rounds: (async function* () {
      yield* rounds;
    })(),
    policyOf: async () => defaultPolicy,
  });

  it("decide the same to the byte, here and in another process; what was changed is named", async () => {
    expect(await replay(source(sample))).toEqual({ rounds: 60, identical: 60, different: [] });
    const file = join(folder, "other-process.jsonl");
    const main = fileURLToPath(new URL("../main.ts", import.meta.url));
    execFileSync(process.execPath, [main, "receipts-sample", "--rounds", "60", "--seed", "7", file]);
    const own = join(folder, "own.jsonl");
    await writeRounds(own, sample);
    const hashOf = async (path: string) =>
      createHash("sha256")
        .update(await readFile(path))
        .digest("hex");
    expect(await hashOf(file)).toBe(await hashOf(own));
    const [first, ...rest] = sample;
    if (first === undefined) throw new Error("the sample is empty");
    const other = { ...first, record: { ...first.record, at: first.record.at + 3_600_000 } };
    expect(await replay(source([other, ...rest]))).toMatchObject({ rounds: 60, identical: 59, different: [{ roundId: 1 }] });
  });

  it("differ under other weights by those weights alone", async () => {
    const same = await compare(source(sample), dispatchDraftOf(defaultPolicy));
    expect(same.trial).toEqual(same.recorded);
    expect(same.otherChoices).toBe(0);
    const nearest = draftFrom({ score: { distance: 700, standing: 0, skillTags: 0, skillCertified: 0 } }, defaultPolicy);
    if (!nearest.ok) throw new Error(nearest.error.code);
    const compared = await compare(source(sample), nearest.value);
    expect(compared.otherChoices).toBeGreaterThan(0);
    expect(compared.trial.meanMetres ?? 0).toBeLessThan(compared.recorded.meanMetres ?? 0);
    expect(compared.trial.orders).toBe(compared.recorded.orders);
  });
});

/** A round whose first receipt of a kind is changed, or (null) is not told at all. */
function tampered(fits: (receipt: FiledReceipt) => boolean, change: Partial<FiledReceipt> | null): FiledRound {
  const round = sample.find(({ receipts }) => receipts.some(fits)) ?? expect.fail("no such receipt");
  const at = round.receipts.findIndex(fits);
  const receipts = round.receipts.flatMap((receipt, index) => (index !== at ? [receipt] : change === null ? [] : [{ ...receipt, ...change }]));
  return { ...round, receipts };
}

describe("the verifier", () => {
  const passed = (receipt: FiledReceipt) => receipt.outcome === "passed_over" && receipt.improvement != null;
  const excluded = (receipt: FiledReceipt) => receipt.outcome === "excluded";
  const notices = (round: FiledRound) => verifyRound(round).mismatches.map(({ what }) => what);

  it("notices each thing a receipt could say wrongly", () => {
    expect(notices(tampered(passed, { rank: 1 }))).toContain("rank");
    expect(notices(tampered(passed, { score: 1_000 }))).toContain("sum of the parts");
    expect(notices(tampered(passed, { of: 1 }))).toContain("how many were ranked");
    expect(notices(tampered(passed, { metres: 1 }))).toContain("metres");
    expect(notices(tampered(passed, { improvement: null }))).toContain("fewest points of one step");
    expect(notices(tampered(passed, { reason: "changed_meanwhile" })).length).toBeGreaterThan(0);
    expect(notices(tampered((receipt) => receipt.reason === "outranked", { reason: "holding_offer" }))).toContain("reason");
    expect(notices(tampered((receipt) => receipt.reason === "outranked", { reason: null, outcome: "offered" })).length).toBeGreaterThan(0);
    expect(notices(tampered(excluded, { reason: "excluded_blocked" }))).toContain("exclusion");
    expect(notices(tampered(excluded, { wave: 9 }))).toContain("round and wave");
    expect(notices(tampered(excluded, { workerId: "somebody" }))).toContain("nobody to be considered");
    expect(notices(tampered(excluded, { policyVersion: "other" }))).toContain("time and policy");
  });

  it("counts whoever is left without a word", () => {
    expect(verifyRound(tampered(passed, null)).unexplained).toBe(1);
    expect(verifyRound(tampered(excluded, null)).unexplained).toBe(1);
  });
});
