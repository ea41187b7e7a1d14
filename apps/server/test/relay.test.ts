import { drainOutbox, type FeedRow, findUnemitted, leaveHints, markEmitted } from "@lingong/db";
import { createTestDatabase } from "@lingong/db/testing";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createMetrics } from "../src/operations/metrics.ts";
import { startRelay } from "../src/relay/relay.ts";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeAll(async () => {
  database = await createTestDatabase(inject("postgresUrl"));
});
afterAll(() => database.drop());

test("rows whose jobs could not be added come again, and are emitted once they could", async () => {
  const { db } = database;
  const asked: string[][] = [];
  const emitted: string[] = [];
  const faults: unknown[] = [];
  const relay = startRelay({
    drain: () => drainOutbox(db),
    findUnemitted: () => findUnemitted(db, { staleAfter: 0 }),
    addJobs: async (rows: readonly FeedRow[]) => {
      asked.push(rows.map(({ subjectId }) => subjectId));
      if (asked.length === 1) throw new Error("no jobs today");
    },
    markEmitted: (range) => markEmitted(db, range),
    emit: (hints) => emitted.push(...hints.map(({ hint }) => hint.id)),
    onRow: () => undefined,
    metrics: createMetrics(),
    onError: (error) => faults.push(error),
  });
  await relay.wake();
  await leaveHints(db, [{ rooms: ["admins"], kind: "intent", subjectId: "refund", version: null, data: null }], Date.now());
  await relay.wake();
  expect({ asked, emitted, faults: faults.length }).toEqual({ asked: [["refund"]], emitted: [], faults: 1 });
  await leaveHints(db, [{ rooms: ["admins"], kind: "order", subjectId: "order", version: 1, data: null }], Date.now());
  await relay.wake();
  await expect.poll(() => emitted, { timeout: 5_000 }).toContain("refund");
  expect(asked).toContainEqual(["refund", "order"]);
  await expect.poll(() => findUnemitted(db, { staleAfter: 0 })).toEqual([]);
  await relay.stop();
});
