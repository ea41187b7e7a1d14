import { type Database, ensureAccount, postBatch, postTransfers } from "@lingong/db";
import type { Accounts, Booker } from "./scenarios.ts";

const perBatch = 500;

/** Escrow accounts with money in them, as orders have, and the platform's commission. */
export async function fundAccounts(db: Database, count: number): Promise<Accounts> {
  const gateway = await ensureAccount(db, "gateway:bench");
  const commission = await ensureAccount(db, "commission");
  const kept: number[] = [];
  for (let first = 0; first < count; first += perBatch) {
    const ids: number[] = [];
    for (let index = first; index < Math.min(count, first + perBatch); index += 1) {
      ids.push(await ensureAccount(db, index === 0 ? "worker:bench" : `escrow:bench-${index}`));
    }
    await postBatch(db, {
      keys: ids.map((id) => `fund:${id}`),
      reason: "bench",
      at: Date.now(),
      from: ids.map(() => gateway),
      to: ids,
      fen: ids.map(() => 1_000_000_000_000),
    });
    kept.push(...ids);
  }
  return { kept, commission };
}

/** Our ledger's functions, as the write path calls them for accounts it knows. */
export function ourBooker(db: Database): Booker {
  return {
    async book(scenario, { from, to, fen }) {
      const at = Date.now();
      if (scenario === "batch100") await postBatch(db, { keys: from.map(() => crypto.randomUUID()), reason: "bench", at, from, to, fen });
      else await postTransfers(db, { key: crypto.randomUUID(), orderId: null, reason: "bench", at, from, to, fen });
    },
  };
}
