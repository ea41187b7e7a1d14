import { commands, type Database, type Transaction } from "@lingong/db";
import { canonicalJson, ok } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { DomainException, fail, unwrap } from "../kernel/domain-exception.ts";
import type { Secrets } from "../ports/secrets.ts";

/** An idempotency key as it is kept: who asked, for what, and what a repeat is answered. */
export interface Request {
  readonly actorId: string;
  readonly key: string;
  readonly requestHash: string;
  readonly result: unknown;
}

/**
 * The same key with another request is refused: so a hash of the request is kept, not the request. It is keyed, since a
 * request may hold an address or a card number (§9).
 */
export function requestOf(secrets: Secrets, actorId: string, key: string, request: unknown, result: unknown): Request {
  return { actorId, key, requestHash: Buffer.from(secrets.keyedHash("request", canonicalJson(request))).toString("hex"), result };
}

/** What this key was answered before; null: never. @throws `idempotency_key_reused` when it came with another request. */
export async function recordedAnswer(db: Database, request: Request): Promise<{ readonly result: unknown } | null> {
  const known = await commands.findAnswer(db, request);
  return known === "reused" ? fail("idempotency_key_reused") : known;
}

/**
 * Runs a change that is no order's once per key: a repeat gets the first answer. The work's refusal writes nothing.
 */
export async function onlyOnce<Value>(
  services: Pick<Services, "db" | "clock">,
  request: Omit<Request, "result">,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  const answer = await commands.once<Value>(services.db, { ...request, now: services.clock.now() }, async (transaction) => {
    try {
      return ok(await work(transaction));
    } catch (error) {
      if (error instanceof DomainException) return { ok: false, error: error.error };
      throw error;
    }
  });
  return unwrap(answer).value;
}
