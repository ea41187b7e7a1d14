import type { DomainError } from "@lingong/domain";
import type { Database } from "../database.ts";
import { type Conflict, conflictOf, refusalOf } from "../failure.ts";
import { run, type Statement } from "../statement.ts";
import { retrying } from "../transaction.ts";
import type { SaveOrder } from "./save-order-input.ts";

/** How a save ended. Only `saved` and a nested transaction's work have been written. */
export type SaveAnswer =
  | { readonly status: "saved" }
  /** The idempotency key was answered before: this is what it was answered. */
  | { readonly status: "repeated"; readonly result: unknown }
  /** Somebody was faster: load and decide again. */
  | { readonly status: "conflict"; readonly what: Conflict }
  /** The database's own invariants say no. */
  | { readonly status: "refused"; readonly error: DomainError };

const statement: Statement<{ answer: { status: "saved" } | { status: "repeated"; result: unknown } }> = {
  name: "save_order",
  text: "select save_order($1::jsonb) as answer",
};

/**
 * Persists one transition in one transaction (or as a part of the transaction it is given, which a conflict or a
 * refusal then ends). Deadlocks and serialisation failures are tried again.
 */
export async function saveOrder(db: Database, input: SaveOrder): Promise<SaveAnswer> {
  const send = async () => (await run(db, statement, [JSON.stringify(input)]))[0]?.answer;
  try {
    const answer = await (db.isTransaction ? send() : retrying(send));
    if (answer === undefined) throw new Error("save_order answered nothing");
    return answer;
  } catch (error) {
    const what = conflictOf(error);
    if (what !== null) return { status: "conflict", what };
    const refusal = refusalOf(error);
    if (refusal !== null) return { status: "refused", error: refusal };
    throw error;
  }
}
