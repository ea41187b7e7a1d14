import { auditLedger } from "@lingong/db";
import { DAY, HOUR, MINUTE } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, createWorld, expectConserved, key, morning, type Person, type World } from "./world.ts";

// What broke for others, each by the name it has there: it must not break here.

let world: World;
let customer: Person;
let worker: Person;
let other: Person;

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
  worker = await world.worker();
  other = await world.worker({ name: "丁海燕" });
});
afterAll(() => world.database.drop());

let day = 2;
function nextStart(): { startsAt: string } {
  day += 1;
  return { startsAt: new Date(Math.max(world.clock.now(), morning + day * DAY) + 26 * HOUR).toISOString() };
}

/** The database refuses one kind of row until told otherwise, as a full disk or a constraint would. */
async function refusing(table: string, work: () => Promise<void>): Promise<void> {
  const { pool } = world.database;
  await pool.query(`create function refuse_rows() returns trigger language plpgsql as $$ begin raise exception 'refused by the test'; end $$;
    create trigger refuse_rows before insert on ${table} for each row execute function refuse_rows()`);
  try {
    await work();
  } finally {
    await pool.query(`drop trigger refuse_rows on ${table}; drop function refuse_rows`);
  }
}

describe("a payment call inside a transaction: refunded although the database rolled back (vendure #3680)", () => {
  it.each(["order_events", "transfers", "intents", "outbox"])(
    "a cancellation that cannot write its %s refunds nothing and changes nothing",
    async (table) => {
      const orderId = await world.paidOrder(customer, nextStart());
      const asked = world.payment.refunds.size;
      await refusing(table, async () => {
        await expect(world.act(customer, orderId, { type: "cancel", reason: "plans changed" })).rejects.toThrow();
        await world.relay().catch(() => []);
      });
      expect(world.payment.refunds.size).toBe(asked);
      expect(await customer.api.orders.get({ orderId })).toMatchObject({ state: "matching", money: { heldFen: 15_000, refundedFen: 0 } });
      await world.act(customer, orderId, { type: "cancel", reason: "plans changed" });
      expect(world.payment.refunds.size).toBe(asked);
      await world.relay();
      expect(world.payment.refunds.size).toBe(asked + 1);
    },
  );
});

describe("a retry taken for an error (vendure #3734)", () => {
  it("a command sent again by its key answers as the first time, whatever the order has become since", async () => {
    const orderId = await world.acceptedOrder(customer, worker, nextStart());
    const again = key();
    const first = await world.act(customer, orderId, { type: "cancel", reason: "plans changed" }, again);
    const second = await world.act(customer, orderId, { type: "cancel", reason: "plans changed" }, again);
    expect(second).toMatchObject({ repeated: true, order: { version: first.order.version, state: "cancelled" } });
    expect(await codeOf(world.act(customer, orderId, { type: "cancel", reason: "plans changed" }))).toBe("wrong_state");
  });
});

describe("two workers accept at once and both have it (cal.com #13397, medusa #16825)", () => {
  it("one has it, the other hears why", async () => {
    for (let round = 0; round < 5; round += 1) {
      const orderId = await world.paidOrder(customer, nextStart());
      await world.dispatch();
      const attempts = [worker, other].map(async (person) => {
        const offer = (await person.api.offers.open()).find((each) => each.orderId === orderId);
        if (offer === undefined) return "not asked";
        const { contractHash } = await person.api.offers.get({ offerId: offer.id });
        return codeOf(person.api.offers.accept({ offerId: offer.id, idempotencyKey: key(), contractHash }));
      });
      const answers = (await Promise.all(attempts)).toSorted();
      expect(answers).toEqual(["accepted", "offer_taken"]);
      await world.act(customer, orderId, { type: "cancel", reason: "plans changed" });
    }
  });
});

describe("shares rounded one by one, and a cent vanishes (dokan #3324, medusa #14817)", () => {
  it("at rates that divide badly, worker, platform and customer have together what was paid", async () => {
    for (const [rateFenPerHour, minutes] of [
      [5_001, 68],
      [6_667, 121],
      [4_999, 173],
    ] as const) {
      const orderId = await world.startedOrder(customer, worker, { ...nextStart(), rateFenPerHour });
      await world.advanceTo(world.clock.now() + minutes * MINUTE);
      await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
      const { order } = await world.act(customer, orderId, { type: "confirm" });
      expect(order.money.heldFen).toBe(0);
      expectConserved(order);
    }
    expect(await auditLedger(world.database.db)).toMatchObject({ sum: 0, negative: 0, mismatches: 0 });
  });
});

describe("a refund beside the payout, not of one machine with it (mercur #1247), at a blended rate (tezgah #144)", () => {
  it("time not used and an item not done come back at what was charged for each, in the entry that pays the worker", async () => {
    const orderId = await world.startedOrder(customer, worker, nextStart());
    const propose = async (fen: number) => {
      const command = { type: "proposeAddOn", kind: "item", title: "抽油烟机清洗", minutes: 0, fen, photoId: null } as const;
      const { order } = await world.act(worker, orderId, command);
      const addOn = order.addOns.find((each) => each.state === "proposed");
      const approved = await world.act(customer, orderId, { type: "approveAddOn", addOnId: addOn?.id ?? "" });
      await world.pay(approved.payment?.id ?? "", fen);
      return addOn?.id ?? "";
    };
    const done = await propose(8_003);
    await propose(4_007);
    await world.advanceTo(world.clock.now() + 121 * MINUTE);
    await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [done] });
    await world.act(customer, orderId, { type: "confirm" });

    // 180 minutes at 50.00 were paid and 120 are billed; one of two items was done.
    const order = await customer.api.orders.get({ orderId });
    expect(order.money).toMatchObject({ prepaidFen: 15_000 + 8_003 + 4_007, refundedFen: 5_000 + 4_007, heldFen: 0 });
    const { rows } = await world.database.pool.query(
      `select array_agg(distinct split_part(a.name, ':', 1) order by split_part(a.name, ':', 1)) as receivers
         from journal_entries e join transfers t on t.entry_id = e.id join accounts a on a.id = t.to_id
        where e.order_id = $1 and e.reason = 'settlement' group by e.id`,
      [orderId],
    );
    expect(rows).toEqual([{ receivers: ["commission", "gateway", "worker"] }]);
  });
});
