import { parseArgs } from "node:util";
import { type Database, type Receipt, type RecordRange, receipts, rounds } from "@lingong/db";
import { type ExclusionCode, type Improvement, type PassedOverReason, parseRecord, type ScoreParts, scorePartNames } from "@lingong/domain";
import { openDatabase } from "../audit/open-database.ts";
import { type Command, Refusal } from "../command.ts";
import { instantOf } from "./options.ts";
import type { FiledReceipt, FiledRound } from "./rounds-file.ts";
import { writeRounds } from "./write-rounds.ts";

interface Detail {
  readonly wave: number;
  readonly round: number;
  readonly of?: number;
  readonly metres?: number;
  readonly improvement?: Improvement | null;
}

const outcomes = { offered: "offered", passed: "passed_over", excluded: "excluded" } as const;

/** A kept receipt as the file holds it. */
function filed(receipt: Receipt): FiledReceipt {
  const { orderId, workerId, at, policyVersion, score, rank, parts } = receipt;
  const detail = receipt.detail as unknown as Detail;
  const outcome = outcomes[receipt.result];
  const head = { orderId, workerId, at, policyVersion, round: detail.round, wave: detail.wave, outcome };
  if (outcome === "excluded") return { ...head, reason: receipt.code as ExclusionCode };
  const named = Object.fromEntries(scorePartNames.map((name, index) => [name, parts?.[index] ?? null])) as unknown as ScoreParts;
  const ranked = { ...head, parts: named, score, rank, of: detail.of ?? null, metres: detail.metres ?? null };
  return outcome === "offered" ? ranked : { ...ranked, reason: receipt.code as PassedOverReason, improvement: detail.improvement ?? null };
}

async function allReceipts(db: Database, roundId: number): Promise<FiledReceipt[]> {
  const all: FiledReceipt[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof receipts.listForRound>> = await receipts.listForRound(db, { roundId, orderId: null, cursor, limit: 1_000 });
    all.push(...page.items.map(filed));
    cursor = page.nextCursor;
    if (cursor === null) return all;
  }
}

async function* recordedRounds(db: Database, range: RecordRange): AsyncGenerator<FiledRound> {
  for await (const { roundId, text, decisionsHash } of rounds.readRecords(db, range))
    yield { roundId, record: parseRecord(text), decisionsSha256: decisionsHash, receipts: await allReceipts(db, roundId) };
}

/** Writes the recorded rounds of a database, with the receipts people were given, to a file for `verify-receipts` and `replay`. */
export const exportRounds: Command = async (words) => {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { from: { type: "string" }, to: { type: "string" }, city: { type: "string" }, json: { type: "boolean" } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined) throw new Refusal("name the file to write");
  const range = {
    from: instantOf("--from", values.from, 0),
    to: instantOf("--to", values.to, Number.MAX_SAFE_INTEGER),
    cityId: values.city ?? null,
  };
  const database = await openDatabase(process.env);
  try {
    const written = await writeRounds(file, recordedRounds(database.db, range));
    console.log(values.json ? JSON.stringify(written) : `${written.rounds} rounds, ${written.receipts} receipts in ${file}`);
    return 0;
  } finally {
    await database.close();
  }
};
