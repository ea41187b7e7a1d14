import { z } from "zod";
import type { Connection } from "../storage/database.ts";

export interface NewMovement {
  readonly merchantId: string;
  readonly kind: "capture" | "refund" | "payout";
  readonly objectId: string;
  readonly paymentId: string | null;
  readonly reference: string;
  /** Positive towards the merchant, negative away. */
  readonly fen: number;
}

/** Books money that moved; the unique object id keeps it from being booked twice. */
export async function recordMovement(connection: Connection, movement: NewMovement): Promise<void> {
  await connection.query("insert into movements (merchant_id, kind, object_id, payment_id, reference, fen) values ($1, $2, $3, $4, $5, $6)", [
    movement.merchantId,
    movement.kind,
    movement.objectId,
    movement.paymentId,
    movement.reference,
    movement.fen,
  ]);
}

export const statementQuery = z.strictObject({
  day: z.iso.date(),
  after: z
    .string()
    .regex(/^\d{1,16}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

/** The gateway keeps its books by the days of this zone. */
export const STATEMENT_ZONE = "Asia/Shanghai";

interface MovementRow {
  readonly id: number;
  readonly kind: string;
  readonly object_id: string;
  readonly payment_id: string | null;
  readonly reference: string;
  readonly fen: number;
  readonly at: Date;
}

const dayOf = `merchant_id = $1 and at >= ($2::date::timestamp at time zone '${STATEMENT_ZONE}') and at < (($2::date + 1)::timestamp at time zone '${STATEMENT_ZONE}')`;

async function totals(connection: Connection, merchantId: string, day: string) {
  const result = await connection.query<{ kind: string; count: number; fen: number }>(
    `select kind, count(*)::int as count, sum(fen)::bigint as fen from movements where ${dayOf} group by kind`,
    [merchantId, day],
  );
  const of = (kind: string) => {
    const row = result.rows.find((candidate) => candidate.kind === kind);
    return { count: row?.count ?? 0, fen: row?.fen ?? 0 };
  };
  return { captures: of("capture"), refunds: of("refund"), payouts: of("payout") };
}

/**
 * One day's money of a merchant, oldest first, a page at a time, with the whole day's totals. `complete` says that the
 * day is over and can gain no line any more.
 */
export async function statement(connection: Connection, merchantId: string, query: z.infer<typeof statementQuery>) {
  const result = await connection.query<MovementRow>(
    `select id, kind, object_id, payment_id, reference, fen, at from movements
     where ${dayOf} and ($3::bigint is null or (at, id) > (select at, id from movements where id = $3 and merchant_id = $1))
     order by at, id limit $4`,
    [merchantId, query.day, query.after ?? null, query.limit],
  );
  const over = await connection.query<{ over: boolean }>(
    `select now() > (($1::date + 1)::timestamp at time zone '${STATEMENT_ZONE}') + interval '1 minute' as over`,
    [query.day],
  );
  const last = result.rows.length === query.limit ? result.rows.at(-1) : undefined;
  return {
    day: query.day,
    zone: STATEMENT_ZONE,
    complete: over.rows[0]?.over === true,
    totals: await totals(connection, merchantId, query.day),
    lines: result.rows.map((row) => ({
      id: String(row.id),
      kind: row.kind,
      objectId: row.object_id,
      paymentId: row.payment_id,
      reference: row.reference,
      fen: row.fen,
      at: row.at.toISOString(),
    })),
    next: last === undefined ? null : String(last.id),
  };
}
