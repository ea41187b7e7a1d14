import { MINUTE } from "@lingong/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, createWorld, type Person, type World } from "./world.ts";

let world: World;
let customer: Person;
let worker: Person;

const keys = { p256dh: `B${"k".repeat(86)}`, auth: "a".repeat(22) };
const phone = (name: string) => `https://push.example/${name}`;

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
  worker = await world.worker();
});
afterAll(() => world.database.drop());
beforeEach(() => {
  world.push.rung.length = 0;
});

/** A paid order, offered; answers who was rung. */
async function offered() {
  const orderId = await world.paidOrder(customer);
  await world.dispatch();
  const offer = (await worker.api.offers.open()).find((each) => each.orderId === orderId);
  return { orderId, offer };
}

describe("ringing a phone whose app is closed", () => {
  it("rings a worker's phone for an offer, for as long as the offer stands, without a word about anybody", async () => {
    await worker.api.notifications.subscribePush({ endpoint: phone("one"), keys });
    const { orderId, offer } = await offered();
    await world.relay();
    const rung = world.push.rung.filter(({ message }) => message.kind === "offer");
    expect(rung).toEqual([{ endpoint: phone("one"), message: { kind: "offer", id: offer?.id, locale: "zh-CN" }, ttlSeconds: 900 }]);
    await world.act(customer, orderId, { type: "cancel", reason: "enough seen" });
  });

  it("does not ring for an offer that has been answered meanwhile", async () => {
    const { orderId, offer } = await offered();
    await worker.api.offers.decline({ offerId: offer?.id ?? "", idempotencyKey: crypto.randomUUID() });
    await world.relay();
    expect(world.push.rung.filter(({ message }) => message.kind === "offer")).toEqual([]);
    await world.act(customer, orderId, { type: "cancel", reason: "enough seen" });
  });

  it("forgets a browser that has unsubscribed, and one whose session has ended", async () => {
    world.push.gone.add(phone("one"));
    await world.advanceTo(world.clock.now() + 2 * MINUTE);
    const again = await world.signIn("worker", worker.phone);
    await again.api.notifications.subscribePush({ endpoint: phone("two"), keys });
    const first = await offered();
    await world.relay();
    expect(new Set(world.push.rung.map(({ endpoint }) => endpoint))).toEqual(new Set([phone("two")]));
    await world.act(customer, first.orderId, { type: "cancel", reason: "enough seen" });
    await again.api.accounts.signOut();
    await world.relay();
    world.push.rung.length = 0;
    await world.advanceTo(world.clock.now() + MINUTE);
    const second = await offered();
    expect(second.offer).toBeDefined();
    await world.relay();
    expect(world.push.rung).toEqual([]);
    expect(await world.database.db.selectFrom("push_subscriptions").select("endpoint").where("endpoint", "=", phone("one")).execute()).toEqual([]);
  });

  it("refuses an address that is no push service's: we call nobody a stranger names", async () => {
    for (const endpoint of ["https://elsewhere.example/x", "http://127.0.0.1:5432/", "https://push.example.evil.example/"])
      expect(await codeOf(worker.api.notifications.subscribePush({ endpoint, keys }))).toBe("invalid_input");
    expect(await codeOf(worker.api.notifications.subscribePush({ endpoint: phone("x"), keys: { ...keys, auth: "no" } }))).toBe("invalid_input");
  });
});
