import { setTimeout as wait } from "node:timers/promises";
import type { Database, Transaction } from "./database.ts";

const ATTEMPTS = 5;

/** Deadlock and serialisation failure: the same work, done again, may well succeed. */
export function isRetryable(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === "40P01" || code === "40001";
}

/** Runs `attempt` again after a deadlock or serialisation failure, at most five times in all, with a growing random pause. */
export async function retrying<Value>(attempt: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isRetryable(error) || tries === ATTEMPTS) throw error;
      await wait(Math.random() * 5 * 2 ** tries);
    }
  }
}

/**
 * Runs `work` in one READ COMMITTED transaction. Only a use-case opens one; repositories take it.
 * Deadlocks and serialisation failures run `work` again from its beginning: it must do nothing outside the database.
 * @throws RolledBackError when an error inside was swallowed, so that nothing was written.
 */
export function inTransaction<Value>(db: Database, work: (transaction: Transaction) => Promise<Value>): Promise<Value> {
  return retrying(() => db.transaction().execute(work));
}
