import { sql } from "kysely";
import { Migrator } from "kysely/migration";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { auditLedger } from "./audit/audit.ts";
import { connect, parseInt8, RolledBackError } from "./connection.ts";
import { postEntry } from "./ledger/post.ts";
import { DatabaseNewerError, migrate } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import { createTestDatabase, type TestDatabase } from "./testing/index.ts";
import { inTransaction, retrying } from "./transaction.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(inject("postgresUrl"));
});
afterAll(() => test.drop());

async function createEmptyDatabase(): Promise<TestDatabase> {
  const empty = await createTestDatabase(inject("postgresUrl"));
  await sql`drop schema public cascade`.execute(empty.db);
  await sql`create schema public`.execute(empty.db);
  return empty;
}

describe("types", () => {
  it("reads 64-bit integers as numbers, and refuses what a number cannot hold", async () => {
    const { rows } = await sql<{ big: unknown; counted: unknown; list: unknown }>`
      select 9007199254740991::bigint as big, count(*) as counted, array[1, 2]::smallint[] as list`.execute(test.db);
    expect(rows).toEqual([{ big: 9007199254740991, counted: 1, list: [1, 2] }]);
    expect(typeof rows[0]?.big).toBe("number");
    await expect(sql`select 9007199254740992::bigint`.execute(test.db)).rejects.toThrow(RangeError);
    expect(() => parseInt8("-9007199254740993")).toThrow(RangeError);
  });

  it("reads JSON as values and bytes as bytes", async () => {
    const { rows } = await sql<{ json: unknown; bytes: unknown }>`select '{"a": [1]}'::jsonb as json, '\\x00ff'::bytea as bytes`.execute(test.db);
    expect(rows).toEqual([{ json: { a: [1] }, bytes: Buffer.from([0, 255]) }]);
  });
});

describe("a transaction", () => {
  it("does not pretend to have committed when an error inside was swallowed", async () => {
    const write = inTransaction(test.db, async (transaction) => {
      await sql`insert into clock (singleton) values (true)`.execute(transaction).catch(() => {});
      return "as if nothing had happened";
    });
    await expect(write).rejects.toThrow(RolledBackError);
  });

  it("is tried again after a deadlock", async () => {
    const { db } = test;
    const accounts = [];
    for (const name of ["worker:deadlock-a", "worker:deadlock-b"]) {
      const { rows } = await sql<{ id: number }>`select ensure_account(${name}) as id`.execute(db);
      accounts.push(rows[0]?.id ?? 0);
    }
    let attempts = 0;
    const both = Promise.withResolvers<void>();
    const cross = (first: number, second: number) =>
      inTransaction(db, async (transaction) => {
        await sql`update balances set fen = fen + 1 where account_id = ${first}`.execute(transaction);
        attempts += 1;
        // Each holds one row before either asks for the other's.
        if (attempts === 2) both.resolve();
        await both.promise;
        await sql`update balances set fen = fen + 1 where account_id = ${second}`.execute(transaction);
      });
    await Promise.all([cross(accounts[0] ?? 0, accounts[1] ?? 0), cross(accounts[1] ?? 0, accounts[0] ?? 0)]);
    expect(attempts).toBeGreaterThan(2);
    const { rows } = await sql<{ fen: number }>`select fen from balances where account_id = any (${accounts}::bigint[])`.execute(db);
    expect(rows).toEqual([{ fen: 2 }, { fen: 2 }]);
  });

  it("is not tried again after anything else, nor for ever", async () => {
    let attempts = 0;
    const failing = (code: string) => () => {
      attempts += 1;
      return Promise.reject(Object.assign(new Error(code), { code }));
    };
    await expect(retrying(failing("23505"))).rejects.toThrow("23505");
    expect(attempts).toBe(1);
    attempts = 0;
    await expect(retrying(failing("40001"))).rejects.toThrow("40001");
    expect(attempts).toBe(5);
  });
});

describe("a connection", () => {
  it("cancels a statement that runs too long", async () => {
    const impatient = connect({ url: test.url, most: 1, statementTimeout: 50 });
    await expect(sql`select pg_sleep(5)`.execute(impatient.db)).rejects.toMatchObject({ code: "57014" });
    await impatient.db.destroy();
  });
});

describe("migrating", () => {
  it("changes nothing the second time, also when many begin at once", async () => {
    expect(await Promise.all([migrate(test.db), migrate(test.db), migrate(test.db)])).toEqual([[], [], []]);
  });

  it("has every step in the order of its name", () => {
    expect(Object.keys(migrations)).toEqual(Object.keys(migrations).toSorted());
  });

  it("refuses a database that is newer than the code, in one sentence", async () => {
    const newer = await createTestDatabase(inject("postgresUrl"));
    await sql`insert into kysely_migration (name, timestamp) values ('9999-future', '2030-01-01')`.execute(newer.db);
    await expect(migrate(newer.db)).rejects.toThrow(DatabaseNewerError);
    await expect(migrate(newer.db)).rejects.toThrow('The database is newer than this program (it has had the step "9999-future")');
    await newer.drop();
  });

  it("builds the whole schema from nothing", async () => {
    const empty = await createEmptyDatabase();
    expect(await migrate(empty.db)).toEqual(Object.keys(migrations));
    await empty.drop();
  });

  it("keeps what an older ledger has posted, and posts none of its keys again", async () => {
    const older = await createEmptyDatabase();
    const provider = { getMigrations: () => Promise.resolve(migrations) };
    await new Migrator({ db: older.db, provider }).migrateTo("0023-work-cases");
    const entry = (key: string) => ({ key, reason: "tip", transfers: [{ from: "gateway:sandbox", to: "worker:one", fen: 100 }] }) as const;
    const context = { at: 1, orderId: null };
    for (let count = 0; count < 300; count += 1) await postEntry(older.db, entry(`old:${count}`), context);
    expect(await migrate(older.db)).toContain("0024-journal-keys");
    const again = await Promise.all(Array.from({ length: 300 }, (_, count) => postEntry(older.db, entry(`old:${count}`), context)));
    expect(new Set(again)).toEqual(new Set([null]));
    expect(await postEntry(older.db, entry("new:1"), context)).toBeTypeOf("number");
    expect(await auditLedger(older.db)).toMatchObject({ entries: 301, sum: 0, mismatches: 0 });
    await older.drop();
  });
});
