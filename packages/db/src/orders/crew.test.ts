import { HOUR, MINUTE, type Order } from "@lingong/domain";
import { sampleWorker } from "@lingong/domain/samples";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { auditLedger } from "../audit/audit.ts";
import type { Database } from "../database.ts";
import { newId } from "../id.ts";
import * as teams from "../people/teams.repository.ts";
import * as workers from "../people/workers.repository.ts";
import { createTestDatabase, type TestDatabase } from "../testing/index.ts";
import { inTransaction } from "../transaction.ts";
import { acceptance, decide, makeCustomer, makeWorker, morning, offerTo, paidOrder, save } from "./order.samples.ts";
import * as orders from "./orders.repository.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase(inject("postgresUrl"), { most: 16 });
});
afterAll(() => test.drop());

const hashOf = async (db: Database, order: Order) => (await orders.findById(db, order.id))?.hash ?? "";

/** An order for two that a new team has, at 14:00. */
async function teamOrder(db: Database): Promise<{ readonly team: string; readonly order: Order; readonly hash: string }> {
  const [customer, team] = [await makeCustomer(db), await makeWorker(db)];
  await workers.update(db, team, { kind: "team", crewSize: 2 });
  const paid = await paidOrder(db, customer, { headcount: 2 });
  const offer = {
    id: await offerTo(db, paid, team),
    workerId: team,
    round: paid.matching?.round ?? 1,
    state: "open",
    expiresAt: morning + MINUTE,
  } as const;
  const candidate = sampleWorker({ id: team, kind: "team", crewSize: 2 });
  const accept = { type: "accept", offerId: offer.id, assignmentId: newId() } as const;
  const outcome = decide(paid, { role: "worker", id: team }, accept, morning, { offer, candidate });
  await save(db, outcome, await hashOf(db, paid));
  return { team, order: outcome.order, hash: await hashOf(db, paid) };
}

/** The team names one person, on their calendar as it was read. */
function sending({ team, order }: { readonly team: string; readonly order: Order }, member: string, calendarVersion: number) {
  const crew = [sampleWorker({ id: member, calendarVersion })];
  const candidate = sampleWorker({ id: team, kind: "team" });
  return decide(order, { role: "worker", id: team }, { type: "assignCrew", memberIds: [member] }, morning + MINUTE, { candidate, crew });
}

const versionOf = async (db: Database, id: string) => (await workers.findById(db, id))?.calendarVersion ?? -1;
const boundTo = (db: Database, id: string) => db.selectFrom("commitments").select("order_id").where("worker_id", "=", id).execute();

describe("a member wanted by two orders at once", () => {
  it("goes to one, whoever asks: two teams, or a team and they themselves", async () => {
    const { db } = test;
    for (let round = 0; round < 5; round += 1) {
      const member = await makeWorker(db);
      const [first, second, own] = [await teamOrder(db), await teamOrder(db), await paidOrder(db, await makeCustomer(db))];
      const version = await versionOf(db, member);
      const calendarVersions = { [member]: version };
      const accepting = acceptance(own, member, await offerTo(db, own, member), version);
      const ownHash = await hashOf(db, own);
      const answers = await Promise.all([
        save(db, sending(first, member, version), first.hash, { calendarVersions }),
        save(db, sending(second, member, version), second.hash, { calendarVersions }),
        save(db, accepting, ownHash, { calendarVersions }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual(["conflict", "conflict", "saved"]);
      expect(await boundTo(db, member)).toHaveLength(1);
    }
  });

  it("goes to one even where nobody compares calendars: the database lets nothing overlap", async () => {
    const { db } = test;
    const member = await makeWorker(db);
    const [first, second] = [await teamOrder(db), await teamOrder(db)];
    const answers = await Promise.all([save(db, sending(first, member, 0), first.hash), save(db, sending(second, member, 0), second.hash)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["refused", "saved"]);
    expect(answers).toContainEqual({ status: "refused", error: { code: "excluded_overlapping" } });
  });
});

describe("a crew", () => {
  it("is bound, replaced and freed in the transaction of the order, and the calendars of all count as changed", async () => {
    const { db } = test;
    const [wang, li] = [await makeWorker(db), await makeWorker(db)];
    const held = await teamOrder(db);
    await save(db, sending(held, wang, 0), held.hash);
    const after = await orders.findById(db, held.order.id);
    const replaced = sending({ ...held, order: after?.order ?? held.order }, li, 0);
    const [before, free] = [await versionOf(db, wang), await boundTo(db, li)];
    expect(free).toEqual([]);
    expect(await save(db, replaced, after?.hash ?? "")).toEqual({ status: "saved" });
    expect([await boundTo(db, wang), (await boundTo(db, li)).length, await versionOf(db, wang)]).toEqual([[], 1, before + 1]);
    expect((await db.selectFrom("assignments").select("crew").where("order_id", "=", held.order.id).executeTakeFirst())?.crew).toEqual([li]);
    const told = await db.selectFrom("notifications").select(["user_id", "kind"]).where("order_id", "=", held.order.id).execute();
    expect(told).toEqual(
      expect.arrayContaining([
        { user_id: wang, kind: "crew_released" },
        { user_id: li, kind: "crew_assigned" },
      ]),
    );
    const cancelled = decide(replaced.order, { role: "customer", id: held.order.customerId }, { type: "cancel", reason: "x" }, morning + HOUR);
    await save(db, cancelled, await hashOf(db, held.order));
    expect(await boundTo(db, li)).toEqual([]);
    expect(await auditLedger(db)).toMatchObject({ brokenChains: 0, replayMismatches: 0, deadlineMismatches: 0 });
  });
});

describe("a membership", () => {
  it("is one at a time, and its end undoes a decision that rested on it", async () => {
    const { db } = test;
    const [member, held, other] = [await makeWorker(db), await teamOrder(db), await makeWorker(db)];
    const joining = (teamId: string) =>
      inTransaction(db, (transaction) => teams.addMember(transaction, { teamId, memberId: member, joinedAt: morning }));
    expect((await Promise.all([joining(held.team), joining(other)])).sort()).toEqual([false, true]);
    const teamId = (await teams.findByMember(db, member))?.teamId ?? "";
    const version = await versionOf(db, member);
    expect(await inTransaction(db, (transaction) => teams.endMembership(transaction, { teamId, memberId: member, now: morning }))).toBe(true);
    expect(await inTransaction(db, (transaction) => teams.endMembership(transaction, { teamId, memberId: member, now: morning }))).toBe(false);
    expect(await save(db, sending(held, member, version), held.hash, { calendarVersions: { [member]: version } })).toMatchObject({
      status: "conflict",
    });
    await expect(sql`insert into team_members (team_id, member_id, joined_at) values (${member}, ${member}, 0)`.execute(db)).rejects.toMatchObject({
      code: "23514",
    });
  });
});
