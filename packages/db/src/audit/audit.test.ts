import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { acceptance, makeCustomer, makeWorker, offerTo, paidOrder, save, workOff } from "../orders/order.samples.ts";
import * as orders from "../orders/orders.repository.ts";
import { createTestDatabase, type TestDatabase } from "../testing/index.ts";
import { auditLedger } from "./audit.ts";

let test: TestDatabase;
/** Worked off and settled. */
let ended: string;
/** Paid, waiting for a worker. */
let waiting: string;
/** Taken by a worker. */
let taken: string;
beforeEach(async () => {
  test = await createTestDatabase(inject("postgresUrl"));
  const { db } = test;
  const worker = await makeWorker(db);
  const first = await paidOrder(db, await makeCustomer(db));
  ended = first.id;
  const accepted = acceptance(first, worker, await offerTo(db, first, worker), 0);
  await save(db, accepted, (await orders.findById(db, first.id))?.hash ?? "");
  await workOff(db, accepted.order, worker);
  waiting = (await paidOrder(db, await makeCustomer(db))).id;
  const second = await paidOrder(db, await makeCustomer(db));
  taken = second.id;
  const other = await makeWorker(db);
  await save(db, acceptance(second, other, await offerTo(db, second, other), 0), (await orders.findById(db, second.id))?.hash ?? "");
});
afterEach(() => test.drop());

/** Somebody with the superuser's rights tampers: triggers do not see it, the audit must. */
async function tamper(...statements: readonly string[]): Promise<void> {
  await sql.raw(`set session_replication_role = replica; ${statements.join("; ")}; reset session_replication_role`).execute(test.db);
}

const clean = { sum: 0, negative: 0, mismatches: 0, brokenChains: 0, replayMismatches: 0, deadlineMismatches: 0, findings: [] };
const escrow = (id: string): string => `(select id from accounts where name = 'escrow:${id}')`;
const body = (id: string, path: string, value: string): string =>
  `update orders set body = jsonb_set(body, '{${path}}', '${value}') where id = '${id}'`;

describe("the audit", () => {
  it("finds nothing in honest books, one order at a time as well as many", async () => {
    expect(await auditLedger(test.db)).toMatchObject({ ...clean, orders: 3, escrowOpen: 30_000 });
    expect(await auditLedger(test.db, { batch: 1 })).toMatchObject({ ...clean, orders: 3, escrowOpen: 30_000 });
  });

  it.each([
    [
      "a kept balance that was changed",
      () => [`update balances set fen = fen + 1 where account_id = ${escrow(waiting)}`],
      1,
      /^escrow:.* keeps 15001 fen, its transfers say 15000$/,
    ],
    [
      "a transfer whose amount was changed",
      () => [`update transfers set fen = fen + 1 where to_id = ${escrow(waiting)}`],
      2,
      /I3: counts other money/,
    ],
    [
      "an entry that was deleted",
      () => ["delete from journal_entries where id = (select min(id) from journal_entries)"],
      1,
      /^1 transfers without an entry$/,
    ],
    [
      "an entry whose transfers were deleted",
      () => ["delete from transfers where entry_id = (select max(id) from journal_entries)"],
      3,
      /^1 entries without transfers$/,
    ],
    [
      "a transfer to nowhere",
      () => [`update transfers set from_id = 999 where to_id = ${escrow(waiting)}`],
      2,
      /^1 transfers with an unknown account$/,
    ],
    [
      "an entry of an order that is not there",
      () => ["update journal_entries set order_id = gen_random_uuid() where id = (select min(id) from journal_entries)"],
      1,
      /^1 entries of an order that does not exist$/,
    ],
    [
      "an escrow of no order",
      () => [`update accounts set name = 'escrow:' || gen_random_uuid() where id = ${escrow(waiting)}`],
      2,
      /holds 15000 fen of no order$/,
    ],
    [
      "a settlement that paid the worker another amount",
      () => [`update transfers set fen = fen + 1 where from_id = ${escrow(ended)} and to_id >= 1000`],
      4,
      /I3: counts other money/,
    ],
    [
      "an ended order whose escrow is not empty",
      () => [`delete from transfers where from_id = ${escrow(ended)} and to_id < 1000`],
      3,
      /I2: is over, and its escrow is not empty$/,
    ],
    ["a payment refunded beyond its capture", () => [`update payments set refunded_fen = fen where order_id = '${waiting}'`], 1, /I5: refunded/],
    [
      "a second active assignment",
      () => [`update assignments set worker_id = gen_random_uuid() where order_id = '${taken}'`],
      1,
      /I4: has another active assignment/,
    ],
    [
      "a policy that was rewritten",
      () => ["insert into policies (hash, version, body, effective_at, created_at) values (repeat('0', 64), '1', '{}', 0, 0)"],
      1,
      /^the policy kept as 0{64} has another hash$/,
    ],
  ])("finds %s", async (_what, statements, mismatches, words) => {
    await tamper(...statements());
    const audit = await auditLedger(test.db);
    expect({ mismatches: audit.mismatches, findings: audit.findings }).toEqual({
      mismatches,
      findings: expect.arrayContaining([expect.stringMatching(words)]),
    });
    expect(audit).toMatchObject({ brokenChains: 0, replayMismatches: 0, deadlineMismatches: 0 });
  });

  it("finds a wallet below zero, and money from nothing", async () => {
    await tamper(`update transfers set from_id = to_id, to_id = from_id where from_id = ${escrow(ended)} and to_id >= 1000`);
    expect(await auditLedger(test.db)).toMatchObject({
      sum: 0,
      negative: 1,
      findings: expect.arrayContaining([expect.stringMatching(/^worker:.* is at -/)]),
    });
    await tamper("update transfers set to_id = 999 where to_id < 1000");
    expect((await auditLedger(test.db)).sum).not.toBe(0);
  });

  it.each([
    ["a bill beyond the authorised minutes", () => body(ended, "bill,billedMinutes", "1200"), /I8: is billed beyond/],
    ["a commission of another plan", () => body(ended, "money,commissionableFen", "1"), /I10: was charged another commission/],
    ["work that nobody insured", () => body(taken, "insurance", "[]"), /I11: is not insured exactly once$/],
  ])("finds %s, beside the replay that no longer tells it", async (_what, statement, words) => {
    await tamper(statement());
    const audit = await auditLedger(test.db);
    expect(audit).toMatchObject({ mismatches: 1, brokenChains: 0, replayMismatches: 1, deadlineMismatches: 0 });
    expect(audit.findings).toContainEqual(expect.stringMatching(words));
  });

  it("finds an event that was changed, and says which", async () => {
    await tamper(`update order_events set body = jsonb_set(body, '{at}', '1') where order_id = '${ended}' and version = 3`);
    const audit = await auditLedger(test.db);
    expect(audit).toMatchObject({ mismatches: 0, brokenChains: 1, deadlineMismatches: 0 });
    expect(audit.findings).toContain(`order ${ended}: the chain breaks at event 3`);
  });

  it("finds an event that was dropped from the end", async () => {
    const last = `(select max(version) from order_events where order_id = '${ended}')`;
    await tamper(`delete from order_events where order_id = '${ended}' and version = ${last}`);
    expect(await auditLedger(test.db)).toMatchObject({ brokenChains: 1, replayMismatches: 1 });
  });

  it("finds the events of an order that was deleted", async () => {
    await tamper(`delete from orders where id = '${waiting}'`);
    expect(await auditLedger(test.db)).toMatchObject({ brokenChains: 1, deadlineMismatches: 1, orders: 2 });
  });

  it("finds an order that is not what its events tell, in its body or in the columns to find it by", async () => {
    await tamper(body(ended, "endCause", '"forged"'));
    expect(await auditLedger(test.db)).toMatchObject({ brokenChains: 0, replayMismatches: 1, mismatches: 0 });
    await tamper(`update orders set customer_id = gen_random_uuid() where id = '${waiting}'`);
    expect(await auditLedger(test.db)).toMatchObject({ brokenChains: 0, replayMismatches: 2, mismatches: 0 });
  });

  it("finds a deadline that is missing or moved", async () => {
    await tamper(`update deadlines set due_at = due_at + 1 where order_id = '${waiting}'`);
    expect(await auditLedger(test.db)).toMatchObject({ ...clean, deadlineMismatches: 1, findings: [expect.stringContaining(waiting)] });
    await tamper("delete from deadlines");
    expect(await auditLedger(test.db)).toMatchObject({ deadlineMismatches: 2 });
  });
});
