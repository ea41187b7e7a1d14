import { type DomainError, ok, type Result } from "@lingong/domain";
import type { Database, Transaction } from "../database.ts";
import { refusalOf } from "../failure.ts";
import type { CommandRecord } from "../orders/save-order-input.ts";
import { read, run, type Statement } from "../statement.ts";
import { inTransaction } from "../transaction.ts";

const known: Statement<{ request_hash: Buffer; result: unknown }> = {
  name: "command_by_key",
  text: "select request_hash, result from commands where actor_id = $1 and key = $2",
};

/** What this key was answered before. `reused`: the key came with another request then. Null: it is new. */
export async function findAnswer(db: Database, command: Omit<CommandRecord, "result">): Promise<{ readonly result: unknown } | "reused" | null> {
  const row = (await read(db, known, [command.actorId, command.key]))[0];
  if (row === undefined) return null;
  return row.request_hash.toString("hex") === command.requestHash ? { result: row.result } : "reused";
}

const record: Statement<{ answer: { status: "repeated"; result: unknown } | null }> = {
  name: "record_command",
  text: "select record_command($1::jsonb, $2) as answer",
};

/** A refusal inside `once`: it rolls back what was written, the key included. */
class Refused extends Error {
  readonly error: DomainError;

  constructor(error: DomainError) {
    super(error.code);
    this.error = error;
  }
}

export interface Once<Value> {
  readonly value: Value;
  /** The key was answered before: `value` is that answer. */
  readonly repeated: boolean;
}

/**
 * Runs a change once per idempotency key, in one transaction with the key's row: a repeat gets the first answer, and
 * of two at once the second waits for the first. A refusal writes nothing, so the same key may be tried again. The
 * answer must be JSON.
 */
export async function once<Value>(
  db: Database,
  command: Omit<CommandRecord, "result"> & { readonly now: number },
  work: (transaction: Transaction) => Promise<Result<Value>>,
): Promise<Result<Once<Value>>> {
  try {
    const answer = await inTransaction(db, async (transaction) => {
      const claimed = await run(transaction, record, [JSON.stringify({ ...command, result: null }), command.now]);
      const before = claimed[0]?.answer;
      if (before) return { value: before.result as Value, repeated: true };
      const result = await work(transaction);
      if (!result.ok) throw new Refused(result.error);
      await transaction
        .updateTable("commands")
        .set({ result: JSON.stringify(result.value ?? null) })
        .where("actor_id", "=", command.actorId)
        .where("key", "=", command.key)
        .execute();
      return { value: result.value, repeated: false };
    });
    return ok(answer);
  } catch (error) {
    const refusal = error instanceof Refused ? error.error : refusalOf(error);
    if (refusal !== null) return { ok: false, error: refusal };
    throw error;
  }
}

/** Forgets keys used before an instant. Returns how many. */
export async function prune(db: Database, before: number): Promise<number> {
  const answer = await db.deleteFrom("commands").where("at", "<", before).executeTakeFirst();
  return Number(answer.numDeletedRows);
}
