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

interface LineRow {
  readonly provider: string;
  readonly line_id: string;
  readonly day: string;
  readonly kind: StatementEntry["kind"];
  readonly object_id: string;
  readonly reference: string;
  readonly row_id: string;
  readonly fen: number;
  readonly at: number;
}

function isRewritten(given: LineRow, kept: Pick<LineRow, "kind" | "object_id" | "reference" | "fen">): boolean {
  return given.kind !== kept.kind || given.object_id !== kept.object_id || given.reference !== kept.reference || given.fen !== kept.fen;
}

/** A line that reads otherwise than when it was read first is kept beside it, under a name of its own: so it is found. */
async function keepRewritten(db: Database, rows: readonly LineRow[]): Promise<void> {
  const kept = await db
    .selectFrom("statement_lines")
    .select(["line_id", "kind", "object_id", "reference", "fen"])
    .where("provider", "=", rows[0]?.provider ?? "")
    .where(
      "line_id",
      "in",
      rows.map(({ line_id }) => line_id),
    )
    .execute();
  const known = new Map(kept.map((row) => [row.line_id, { ...row, kind: row.kind as LineRow["kind"] }]));
  const rewritten = rows.filter((row) => {
    const before = known.get(row.line_id);
    return before !== undefined && isRewritten(row, before);
  });
  if (rewritten.length === 0) return;
  const renamed = rewritten.map((row) => ({ ...row, line_id: `${row.line_id} ${row.kind} ${row.object_id} ${row.reference} ${row.fen}` }));
  await db
    .insertInto("statement_lines")
    .values(renamed)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Keeps a provider's day as it was read; lines known before stay as they are. */
export async function saveDay(
  db: Database,
  day: { provider: string; day: string; complete: boolean; lines: readonly StatementEntry[]; readAt: number },
): Promise<void> {
  for (let from = 0; from < day.lines.length; from += BATCH) {
    const rows = day.lines.slice(from, from + BATCH).map(
      (line): LineRow => ({
        provider: day.provider,
        line_id: line.id,
        day: day.day,
        kind: line.kind,
        object_id: line.objectId,
        reference: line.reference,
        row_id: rowId(line.objectId),
        fen: line.fen,
        at: line.at,
      }),
    );
    await db
      .insertInto("statement_lines")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await keepRewritten(db, rows);
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
