import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { auditLedger } from "../ledger/audit.ts";
import { createTestDatabase, type TestDatabase } from "../testing/index.ts";
import { acceptance, makeCustomer, makeWorker, offerTo, paidOrder, save, workOff } from "./order.samples.ts";
import * as orders from "./orders.repository.ts";

let test: TestDatabase;
let orderId: string;
beforeEach(async () => {
  test = await createTestDatabase(inject("postgresPort"));
  const { db } = test;
  const worker = await makeWorker(db);
  const waiting = await paidOrder(db, await makeCustomer(db));
  orderId = waiting.id;
  const accepted = acceptance(waiting, worker, await offerTo(db, waiting, worker), 0);
  await save(db, accepted, (await orders.findById(db, waiting.id))?.hash ?? "");
  await workOff(db, accepted.order, worker);
  await paidOrder(db, await makeCustomer(db));
});
afterEach(() => test.drop());

/** Somebody with the superuser's rights tampers: triggers do not see it, the audit must. */
async function tamper(statement: string): Promise<void> {
  await sql.raw(`set session_replication_role = replica; ${statement}; reset session_replication_role`).execute(test.db);
}

const clean = { sum: 0, negative: 0, mismatches: 0, brokenChains: 0, replayMismatches: 0, deadlineMismatches: 0, findings: [] };

describe("the audit", () => {
  it("finds nothing in honest books, one order at a time as well as many", async () => {
    expect(await auditLedger(test.db)).toMatchObject({ ...clean, orders: 2, escrowOpen: 15_000 });
    expect(await auditLedger(test.db, { batch: 1 })).toMatchObject({ ...clean, orders: 2 });
  });

  it.each([
    ["a kept balance that was changed", "update balances set fen = fen + 1 where fen > 0", { mismatches: 2 }],
    ["a transfer that was changed", "update transfers set fen = fen + 1 where ctid = (select min(ctid) from transfers)", { mismatches: 2 }],
    ["an entry that was deleted", "delete from journal_entries where id = (select min(id) from journal_entries)", { mismatches: 1 }],
  ])("finds %s", async (_what, statement, found) => {
    await tamper(statement);
    expect(await auditLedger(test.db)).toMatchObject(found);
  });

  it("finds an event that was changed, and says which", async () => {
    await tamper(`update order_events set body = jsonb_set(body, '{at}', '1') where order_id = '${orderId}' and version = 3`);
    const audit = await auditLedger(test.db);
    expect(audit).toMatchObject({ brokenChains: 1 });
    expect(audit.findings).toContain(`order ${orderId}: the chain breaks at event 3`);
  });

  it("finds an event that was dropped from the end", async () => {
    await tamper(
      `delete from order_events where order_id = '${orderId}' and version = (select max(version) from order_events where order_id = '${orderId}')`,
    );
    expect(await auditLedger(test.db)).toMatchObject({ brokenChains: 1, replayMismatches: 1 });
  });

  it("finds an order that is not what its events tell", async () => {
    await tamper(`update orders set body = jsonb_set(body, '{endCause}', '"forged"') where id = '${orderId}'`);
    expect(await auditLedger(test.db)).toMatchObject({ brokenChains: 0, replayMismatches: 1 });
  });

  it("finds a deadline that is missing or moved", async () => {
    await tamper("update deadlines set due_at = due_at + 1");
    expect(await auditLedger(test.db)).toMatchObject({ deadlineMismatches: 1 });
    await tamper("delete from deadlines");
    expect(await auditLedger(test.db)).toMatchObject({ deadlineMismatches: 1 });
  });
});
