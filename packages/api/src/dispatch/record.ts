import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Database, rounds } from "@lingong/db";
import { decisionLines, type RoundRecord, type RoundResult, recordText } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";

/** The fingerprint of everything a round decided: SHA-256 over its lines, each ended by a line feed. */
export function fingerprintOf(result: RoundResult): string {
  const hash = createHash("sha256");
  for (const line of decisionLines(result)) hash.update(line).update("\n");
  return hash.digest("hex");
}

/**
 * Keeps what a committed round was decided on, so that it can be run again. It comes after the offers are out and is
 * nobody's to wait for; a fault costs the record, never the round.
 */
export async function keepRecord(services: Services, roundId: number, cityId: string, record: RoundRecord, result: RoundResult): Promise<void> {
  // The offers' hints go out first: writing a city down takes a few milliseconds of the same thread.
  await nextTurn();
  try {
    await rounds.saveRecord(services.db, { roundId, cityId, at: record.at, text: recordText(record), decisionsHash: fingerprintOf(result) });
  } catch (error) {
    services.logger.error({ roundId, error: error instanceof Error ? error.name : typeof error }, "a round's record could not be kept");
  }
}

const quietRounds = new WeakMap<Database, Map<string, string>>();

/**
 * Whether a round without offers or moves tells somebody something new. The city's dispatcher looks every few seconds while an
 * order waits: who was passed over, and why, is kept once, until somebody comes, goes, or has another reason.
 */
export function isNews({ db }: Services, cityId: string, result: RoundResult): boolean {
  const known = quietRounds.get(db) ?? new Map<string, string>();
  quietRounds.set(db, known);
  if (result.offers.length > 0 || result.waves.length > 0) {
    known.delete(cityId);
    return true;
  }
  if (result.receipts.length === 0) return false;
  const hash = createHash("sha256");
  for (const receipt of result.receipts)
    hash.update(`${receipt.orderId} ${receipt.workerId} ${receipt.outcome === "offered" ? "" : receipt.reason} ${receipt.wave}\n`);
  const now = hash.digest("hex");
  const isNew = known.get(cityId) !== now;
  known.set(cityId, now);
  return isNew;
}
