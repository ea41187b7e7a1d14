import { sql } from "kysely";
import type { Database } from "../database.ts";
import { rowId } from "../id.ts";

/** A line of a provider's own books; `fen` is positive towards us, negative away. */
export interface StatementEntry {
  readonly id: string;
  readonly kind: "capture" | "refund" | "payout";
  /** The provider's own name of what moved. */
  readonly objectId: string;
  /** Ours: the payment's id, or the key of the refund or payout. */
  readonly reference: string;
  readonly fen: number;
  readonly at: number;
}

/** Lines written at a time. */
const BATCH = 1_000;

/** Keeps a provider's day as it was read; lines known before stay as they are. */
export async function saveDay(
  db: Database,
  day: { provider: string; day: string; complete: boolean; lines: readonly StatementEntry[]; readAt: number },
): Promise<void> {
  for (let from = 0; from < day.lines.length; from += BATCH) {
    const rows = day.lines.slice(from, from + BATCH).map((line) => ({
      provider: day.provider,
      line_id: line.id,
      day: day.day,
      kind: line.kind,
      object_id: line.objectId,
      reference: line.reference,
      row_id: rowId(line.objectId),
      fen: line.fen,
      at: line.at,
    }));
    await db
      .insertInto("statement_lines")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await db
    .insertInto("statement_days")
    .values({ provider: day.provider, day: day.day, complete: day.complete, lines: day.lines.length, read_at: day.readAt })
    .onConflict((conflict) =>
      conflict.columns(["provider", "day"]).doUpdateSet({ complete: day.complete, lines: day.lines.length, read_at: day.readAt }),
    )
    .execute();
}

/** The last day of a provider that was read whole, `YYYY-MM-DD`; null: none yet. */
export async function findLastComplete(db: Database, provider: string): Promise<string | null> {
  const row = await db
    .selectFrom("statement_days")
    .select(sql<string | null>`max(day)`.as("day"))
    .where("provider", "=", provider)
    .where("complete", "=", true)
    .executeTakeFirst();
  return row?.day ?? null;
}

/** Whether a provider's day has been read, and can gain no line any more. */
export async function isComplete(db: Database, provider: string, day: string): Promise<boolean> {
  const row = await db.selectFrom("statement_days").select("complete").where("provider", "=", provider).where("day", "=", day).executeTakeFirst();
  return row?.complete === true;
}
