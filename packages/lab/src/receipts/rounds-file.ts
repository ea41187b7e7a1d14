import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { ExclusionCode, Improvement, PassedOverReason, RoundRecord, ScoreParts } from "@lingong/domain";
import { Refusal } from "../command.ts";

/** First line of a file of rounds: one round a line after it, each followed by its receipts, one a line. */
export const header = { format: "lingong-rounds", version: 1 } as const;

/** A receipt as the file holds it: what was told about one worker and one order. */
export interface FiledReceipt {
  readonly orderId: string;
  readonly workerId: string;
  readonly at: number;
  readonly policyVersion: string;
  readonly round: number;
  readonly wave: number;
  readonly outcome: "offered" | "passed_over" | "excluded";
  readonly reason?: PassedOverReason | ExclusionCode | null;
  readonly parts?: ScoreParts | null;
  readonly score?: number | null;
  readonly rank?: number | null;
  readonly of?: number | null;
  readonly metres?: number | null;
  readonly improvement?: Improvement | null;
}

/** A round with everything it rested on, and everything it told. */
export interface FiledRound {
  readonly roundId: number;
  readonly record: RoundRecord;
  /** Fingerprint of its decisions, in hex. */
  readonly decisionsSha256: string;
  readonly receipts: readonly FiledReceipt[];
}

type Line = { readonly round: Omit<FiledRound, "receipts"> } | { readonly receipt: FiledReceipt };

function parsed(text: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // told below, with the line
  }
  throw new Refusal(`line ${number} is no JSON: the file was cut short or changed`);
}

/** Reads a file of rounds, one round in memory at a time. @throws Refusal on a file that is none, or was cut short. */
export async function* readRounds(file: string): AsyncGenerator<FiledRound> {
  const handle = await open(file).catch(() => {
    throw new Refusal(`${file} cannot be read`);
  });
  const lines = createInterface({ input: handle.createReadStream({ encoding: "utf8" }), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  let ended = false;
  let current: { readonly round: Omit<FiledRound, "receipts">; readonly receipts: FiledReceipt[] } | null = null;
  for await (const text of lines) {
    number += 1;
    const value = parsed(text, number);
    if (number === 1) {
      if (value.format !== header.format || value.version !== header.version) throw new Refusal(`${file} is no file of rounds`);
    } else if ("round" in value) {
      if (current !== null) yield { ...current.round, receipts: current.receipts };
      current = { round: (value as Extract<Line, { round: unknown }>).round, receipts: [] };
    } else if ("receipt" in value && current !== null) {
      current.receipts.push((value as Extract<Line, { receipt: unknown }>).receipt);
    } else if ("end" in value) {
      ended = true;
    } else throw new Refusal(`line ${number} belongs to no round`);
  }
  if (number === 0) throw new Refusal(`${file} is empty`);
  if (!ended) throw new Refusal(`${file} was cut short: its last line is missing`);
  if (current !== null) yield { ...current.round, receipts: current.receipts };
}

/** The lines of one round. */
export function* roundLines({ receipts, ...round }: FiledRound): Generator<string> {
  yield `${JSON.stringify({ round })}\n`;
  for (const receipt of receipts) yield `${JSON.stringify({ receipt })}\n`;
}
