import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/index.ts";
import { inTransaction } from "../transaction.ts";
import * as feed from "./feed.repository.ts";
import { drainOutbox, type FeedRow, findUnemitted, leaveHints, markEmitted } from "./outbox.ts";

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase(inject("postgresUrl"), { most: 20 });
});
afterEach(() => test.drop());

const now = Date.UTC(2026, 2, 17);
const hint = (subjectId: string, rooms: string[] = ["admins"]) => ({ rooms, kind: "order", subjectId, version: 1, data: null });

const subjects = (rows: readonly FeedRow[]) => rows.map(({ subjectId }) => subjectId);

describe("the feed", () => {
  it("has no gap and no double under concurrent commits, roll-backs and drainers", async () => {
    const { db } = test;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let index = 0; index < 50; index += 1) {
        const write = inTransaction(db, async (transaction) => {
          await leaveHints(transaction, [hint(`${writer}:${index}:a`), hint(`${writer}:${index}:b`)], now);
          // Ids are taken in one order and committed in another.
          if (index % 3 === 0) await sql`select pg_sleep(random() * 0.005)`.execute(transaction);
          if (index % 5 === 0) throw new Error("rolled back");
        });
        await write.catch((error: Error) => expect(error.message).toBe("rolled back"));
      }
    });
    let writing = true;
    const drained: number[] = [];
    const drainers = Array.from({ length: 3 }, async () => {
      for (let last = false; !last; ) {
        last = !writing;
        drained.push(...(await drainOutbox(db, 7)).map(({ position }) => position));
      }
    });
    await Promise.all(writers);
    writing = false;
    await Promise.all(drainers);
    for (let more = true; more; ) {
      const rows = await drainOutbox(db);
      drained.push(...rows.map(({ position }) => position));
      more = rows.length > 0;
    }
    const committed = 8 * 40 * 2;
    expect(drained.toSorted((a, b) => a - b)).toEqual(Array.from({ length: committed }, (_, index) => index + 1));
    const kept = await db.selectFrom("feed").select(["position", "subject_id"]).orderBy("position").execute();
    expect(kept.map(({ position }) => position)).toEqual(Array.from({ length: committed }, (_, index) => index + 1));
    expect(new Set(kept.map(({ subject_id }) => subject_id)).size).toBe(committed);
    expect(await feed.findEnds(db)).toEqual({ first: 1, last: committed });
  });

  it("keeps the two hints of one transaction in their order", async () => {
    const { db } = test;
    await inTransaction(db, (transaction) => leaveHints(transaction, [hint("first"), hint("second")], now));
    expect((await drainOutbox(db)).map(({ position, subjectId }) => [position, subjectId])).toEqual([
      [1, "first"],
      [2, "second"],
    ]);
  });

  it("gives again what a drainer took and never reported, and nothing that was", async () => {
    const { db } = test;
    await leaveHints(db, [hint("a"), hint("b")], now);
    expect(await drainOutbox(db)).toHaveLength(2);
    // That drainer dies here. Another one goes on.
    await leaveHints(db, [hint("c")], now);
    expect(await findUnemitted(db, { staleAfter: 60_000 })).toEqual([]);
    expect(subjects(await drainOutbox(db))).toEqual(["c"]);
    expect(await markEmitted(db, { first: 3, last: 3 })).toBe(false);
    expect(subjects(await findUnemitted(db, { staleAfter: 0 }))).toEqual(["a", "b", "c"]);
    expect(await markEmitted(db, { first: 1, last: 3 })).toBe(true);
    expect(await findUnemitted(db, { staleAfter: 0 })).toEqual([]);
  });
});

describe("catching up", () => {
  it("reads what concerns one's rooms, in spans, to the end", async () => {
    const { db } = test;
    await leaveHints(db, [hint("1", ["user:a", "admins"]), hint("2", ["user:b"]), hint("3", ["order:x"]), hint("4", ["user:a"])], now);
    await drainOutbox(db);
    const first = await feed.listSince(db, { position: 0, rooms: ["user:a", "order:x"], span: 2 });
    expect(first).toMatchObject({ position: 2, more: true, tooOld: false });
    expect(first.rows.map(({ subjectId }) => subjectId)).toEqual(["1"]);
    const rest = await feed.listSince(db, { position: first.position, rooms: ["user:a", "order:x"], span: 100 });
    expect(rest.rows.map(({ subjectId }) => subjectId)).toEqual(["3", "4"]);
    expect(rest).toMatchObject({ position: 4, more: false });
  });

  it("says when the position is older than what is kept, or from another database", async () => {
    const { db } = test;
    await leaveHints(db, [hint("1"), hint("2")], now);
    await drainOutbox(db);
    expect(await feed.prune(db, now + 1)).toBe(0);
    await markEmitted(db, { first: 1, last: 2 });
    await leaveHints(db, [hint("3")], now + 10);
    await drainOutbox(db);
    expect(await feed.prune(db, now + 1)).toBe(2);
    expect(await feed.listSince(db, { position: 1, rooms: ["admins"], span: 9 })).toMatchObject({ tooOld: true, position: 3 });
    expect(await feed.listSince(db, { position: 2, rooms: ["admins"], span: 9 })).toMatchObject({ tooOld: false, position: 3 });
    expect(await feed.listSince(db, { position: 99, rooms: ["admins"], span: 9 })).toMatchObject({ tooOld: true, position: 3 });
    await markEmitted(db, { first: 3, last: 3 });
    expect(await feed.prune(db, now + 100)).toBe(1);
    expect(await feed.listSince(db, { position: 3, rooms: ["admins"], span: 9 })).toMatchObject({ tooOld: false, more: false, position: 3 });
  });
});
