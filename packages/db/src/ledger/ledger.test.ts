import type { AccountName } from "@lingong/domain";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { auditLedger } from "../audit/audit.ts";
import { refusalOf, sqlState } from "../failure.ts";
import { newId } from "../id.ts";
import { createTestDatabase, type TestDatabase } from "../testing/index.ts";
import * as ledger from "./ledger.repository.ts";
import { ensureAccount, postBatch, postEntry, postTransfers } from "./post.ts";
import * as wallet from "./wallet.repository.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(inject("postgresUrl"), { most: 20 });
});
afterAll(() => test.drop());

const at = Date.UTC(2026, 2, 17);
const context = { at, orderId: null };

function move(from: AccountName, to: AccountName, fen: number, key: string = newId()) {
  return postEntry(test.db, { key, reason: "capture", transfers: [{ from, to, fen }] }, context);
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

describe("the database's own invariants", () => {
  it("posts an entry once per key", async () => {
    const worker: AccountName = `worker:${newId()}`;
    const key = newId();
    expect(await move("gateway:sandbox", worker, 500, key)).toBeTypeOf("number");
    expect(await move("gateway:sandbox", worker, 500, key)).toBeNull();
    expect(await ledger.findBalance(test.db, worker)).toBe(500);
  });

  it("posts once when many post the same key at the same moment", async () => {
    const worker: AccountName = `worker:${newId()}`;
    const key = newId();
    const posted = await Promise.all(Array.from({ length: 16 }, () => move("gateway:sandbox", worker, 700, key)));
    expect(posted.filter((id) => id !== null)).toHaveLength(1);
    expect(await ledger.findBalance(test.db, worker)).toBe(700);
  });

  it("refuses a balance below zero, and posts nothing of the entry", async () => {
    const worker: AccountName = `worker:${newId()}`;
    await move("gateway:sandbox", worker, 100);
    const key = newId();
    expect(refusalOf(await failureOf(move(worker, "payout:sandbox", 101, key)))).toEqual({ code: "balance_too_low" });
    expect(refusalOf(await failureOf(move(`escrow:${newId()}`, worker, 1)))).toEqual({ code: "escrow_too_low" });
    expect(await ledger.findBalance(test.db, worker)).toBe(100);
    expect((await ledger.listJournal(test.db, { limit: 100 })).items.some((entry) => entry.key === key)).toBe(false);
  });

  it.each([0, -1])("refuses an amount of %i", async (fen) => {
    expect(refusalOf(await failureOf(move("gateway:sandbox", "insurer", fen)))).toEqual({ code: "amount_invalid" });
  });

  it("refuses a transfer from an account to itself, fractions, and an entry without transfers", async () => {
    expect(sqlState(await failureOf(move("insurer", "insurer", 5)))).toBe("23514");
    expect(sqlState(await failureOf(move("gateway:sandbox", "insurer", 1.5)))).toBe("22P02");
    expect(sqlState(await failureOf(postEntry(test.db, { key: newId(), reason: "tip", transfers: [] }, context)))).toBe("22023");
  });

  it("refuses accounts that the ledger does not know", async () => {
    expect(sqlState(await failureOf(move("gateway:sandbox", "slush" as AccountName, 5)))).toBe("23514");
    expect(sqlState(await failureOf(move("gateway:sandbox", "worker:" as AccountName, 5)))).toBe("23514");
  });

  it.each(["journal_entries", "transfers"])("lets nobody change, delete or empty %s", async (table) => {
    await move("gateway:sandbox", "insurer", 5);
    const column = table === "transfers" ? "fen" : "at";
    for (const statement of [`update ${table} set ${column} = ${column}`, `delete from ${table}`, `truncate ${table} cascade`]) {
      expect(sqlState(await failureOf(sql.raw(statement).execute(test.db)))).toBe("LG009");
    }
  });

  it("never lets a bare update take a kept balance below zero", async () => {
    const worker: AccountName = `worker:${newId()}`;
    await move("gateway:sandbox", worker, 10);
    expect(sqlState(await failureOf(sql`update balances set fen = -1`.execute(test.db)))).toBe("23514");
  });
});

describe("many at once", () => {
  it("pays a balance out only as often as it lasts", async () => {
    const worker: AccountName = `worker:${newId()}`;
    await move("gateway:sandbox", worker, 1_000);
    const paid = await Promise.all(Array.from({ length: 30 }, () => failureOf(move(worker, "payout:sandbox", 100))));
    expect(paid.filter((error) => error === null)).toHaveLength(10);
    expect(paid.filter((error) => refusalOf(error)?.code === "balance_too_low")).toHaveLength(20);
    expect(await ledger.findBalance(test.db, worker)).toBe(0);
  });

  it("never deadlocks when entries cross between the same accounts, and creates a new account once", async () => {
    const names = Array.from({ length: 4 }, (): AccountName => `worker:${newId()}`);
    await Promise.all(names.flatMap((name) => Array.from({ length: 4 }, () => move("gateway:sandbox", name, 10_000))));
    const crossing = Array.from({ length: 200 }, (_, index) => {
      const from = names[index % 4];
      const to = names[(index + 1 + (index % 3)) % 4];
      if (from === undefined || to === undefined) throw new Error("no such account");
      return postEntry(
        test.db,
        {
          key: newId(),
          reason: "settlement",
          transfers: [
            { from, to, fen: 3 },
            { from: to, to: "commission", fen: 1 },
          ],
        },
        context,
      );
    });
    expect(await Promise.all(crossing)).not.toContain(null);
    const balances = await ledger.findBalances(test.db, names);
    expect([...balances.values()].reduce((sum, fen) => sum + fen, 0)).toBe(160_000 - 200);
  });
});

describe("random entries", () => {
  it("leave the books balanced: kept balances equal their transfers, and what was refused left no trace", async () => {
    const accounts: AccountName[] = ["gateway:a", "commission", "insurer", ...Array.from({ length: 5 }, (): AccountName => `worker:${newId()}`)];
    const transfer = fc.record({ from: fc.nat({ max: 7 }), to: fc.nat({ max: 7 }), fen: fc.integer({ min: 1, max: 500 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(transfer, { minLength: 1, maxLength: 6 }), { maxLength: 12 }), async (entries) => {
        await Promise.all(
          entries.map(async (transfers) => {
            const named = transfers.map(({ from, to, fen }) => ({ from: accounts[from] ?? "insurer", to: accounts[to] ?? "insurer", fen }));
            const error = await failureOf(postEntry(test.db, { key: newId(), reason: "settlement", transfers: named }, context));
            if (error !== null && refusalOf(error) === null && sqlState(error) !== "23514") throw error;
          }),
        );
      }),
      { numRuns: 40 },
    );
    const audit = await auditLedger(test.db);
    expect(audit).toMatchObject({ sum: 0, negative: 0, mismatches: 0 });
    expect(audit.entries).toBeGreaterThan(100);
  });
});

describe("accounts by number", () => {
  it("posts single transfers and batches, leaving out keys posted before", async () => {
    const [gateway, one, two] = [
      await ensureAccount(test.db, "gateway:sandbox"),
      await ensureAccount(test.db, `worker:${newId()}`),
      await ensureAccount(test.db, `worker:${newId()}`),
    ];
    const single = { key: newId(), orderId: null, reason: "capture", at, from: [gateway], to: [one], fen: [1_000] };
    expect(await postTransfers(test.db, single)).toBeTypeOf("number");
    expect(await postTransfers(test.db, single)).toBeNull();
    const keys = Array.from({ length: 100 }, () => newId());
    const batch = { keys, reason: "tip", at, from: keys.map(() => one), to: keys.map(() => two), fen: keys.map(() => 7) };
    expect(await postBatch(test.db, batch)).toBe(100);
    expect(await postBatch(test.db, { ...batch, keys: [...keys.slice(0, 99), newId()] })).toBe(1);
    expect((await sql<{ fen: number }>`select fen from balances where account_id in (${one}, ${two}) order by fen`.execute(test.db)).rows).toEqual([
      { fen: 1_000 - 707 },
      { fen: 707 },
    ]);
    expect(refusalOf(await failureOf(postBatch(test.db, { ...batch, keys: keys.map(() => newId()) })))).toEqual({ code: "balance_too_low" });
  });
});

describe("reading", () => {
  it("adds up the trial balance, and a wallet's statement with its running balance", async () => {
    const id = newId();
    const worker: AccountName = `worker:${id}`;
    await move("gateway:sandbox", worker, 900);
    await postEntry(
      test.db,
      {
        key: newId(),
        reason: "withdrawal",
        transfers: [
          { from: worker, to: "payout:sandbox", fen: 396 },
          { from: worker, to: "withdrawal_fee", fen: 4 },
        ],
      },
      context,
    );
    const trial = await ledger.findTrialBalance(test.db);
    expect(trial.sum).toBe(0);
    expect(trial.rows.find(({ account }) => account === "withdrawal_fee")?.fen).toBe(await ledger.findBalance(test.db, "withdrawal_fee"));
    const first = await wallet.listStatement(test.db, { workerId: id, limit: 1 });
    expect(first.items).toMatchObject([{ fen: -400, balanceFen: 500, reason: "withdrawal" }]);
    const rest = await wallet.listStatement(test.db, { workerId: id, limit: 5, cursor: first.nextCursor });
    expect(rest).toMatchObject({ items: [{ fen: 900, balanceFen: 900 }], nextCursor: null });
    expect(await wallet.findBalance(test.db, id)).toBe(500);
  });
});
