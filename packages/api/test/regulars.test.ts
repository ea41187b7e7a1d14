import { offers } from "@lingong/db";
import { DAY, HOUR, MINUTE } from "@lingong/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorld, morning, type Person, place, type World } from "./world.ts";

let world: World;
let customer: Person;
let regular: Person;
let other: Person;

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
  regular = await world.worker({ name: "周桂芳" });
  const orderId = await world.startedOrder(customer, regular);
  await world.advanceTo(world.clock.now() + 2 * HOUR);
  await world.act(regular, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
  await world.act(customer, orderId, { type: "confirm" });
  other = await world.worker({ name: "林师傅", home: { lat: place.lat + 0.002, lng: place.lng } });
});
afterAll(() => world.database.drop());

let day = 5;
function later(): { startsAt: string } {
  day += 1;
  return { startsAt: new Date(Math.max(world.clock.now(), morning) + day * DAY).toISOString() };
}

async function asked(orderId: string): Promise<{ workerId: string; kind: string; state: string }[]> {
  return (await offers.listForOrder(world.services.db, orderId)).map(({ workerId, kind, state }) => ({ workerId, kind, state }));
}

it("a regular is asked first and alone for two hours, offline as well, and the customer sees whom", async () => {
  await regular.api.workers.setOnline({ online: false });
  const orderId = await world.paidOrder(customer, { ...later(), regularsFirst: true });
  await world.dispatch();
  await world.dispatch();
  expect(await asked(orderId)).toEqual([{ workerId: regular.id, kind: "regular", state: "open" }]);
  const [offer] = await regular.api.offers.open();
  expect(offer).toMatchObject({ orderId, exclusive: true });
  expect(Date.parse(offer?.expiresAt ?? "") - world.clock.now()).toBe(2 * HOUR);
  const shown = (await customer.api.orders.get({ orderId })).matching;
  expect(shown?.exclusive).toMatchObject({ workerId: regular.id, name: "周桂芳", kind: "regular", until: offer?.expiresAt });
  expect((await other.api.hall.list({})).items).toEqual([]);

  await world.advanceTo(world.clock.now() + HOUR);
  expect(await world.dispatch()).toMatchObject({ offers: 0 });
  await regular.api.offers.decline({ offerId: offer?.id ?? "", idempotencyKey: crypto.randomUUID() });
  await world.dispatch();
  expect(await asked(orderId)).toEqual([
    { workerId: regular.id, kind: "regular", state: "declined" },
    { workerId: other.id, kind: "wave", state: "open" },
  ]);
  expect((await customer.api.orders.get({ orderId })).matching?.exclusive).toBeNull();
  await world.act(customer, orderId, { type: "cancel", reason: "enough" });
});

it("without the wish everybody fitting is asked at once; a missed exclusive offer is not counted as missed", async () => {
  await regular.api.workers.setOnline({ online: true, position: place });
  const plain = await world.paidOrder(customer, { ...later(), regularsFirst: false });
  await world.dispatch();
  expect((await asked(plain)).map(({ kind }) => kind)).toEqual(["wave", "wave"]);
  await world.act(customer, plain, { type: "cancel", reason: "enough" });

  const orderId = await world.paidOrder(customer, { ...later(), regularsFirst: true });
  await world.dispatch();
  await world.advanceTo(world.clock.now() + 2 * HOUR);
  expect(await asked(orderId)).toEqual([{ workerId: regular.id, kind: "regular", state: "timed_out" }]);
  expect(await regular.api.workers.today()).toMatchObject({ missedInARow: 0, online: true });
  await world.dispatch();
  expect((await asked(orderId)).at(-1)).toMatchObject({ workerId: other.id, kind: "wave" });
  await world.act(customer, orderId, { type: "cancel", reason: "enough" });
});

it.each([
  ["open", "matching"],
  ["refund", "cancelled"],
] as const)("a direct booking asks one alone; let pass it goes as the customer chose: %s", async (ifRefused, state) => {
  const near = { startsAt: new Date(world.clock.now() + 20 * HOUR).toISOString() };
  const orderId = await world.paidOrder(customer, { ...near, direct: { workerId: other.id, ifRefused } });
  await world.dispatch();
  await world.dispatch();
  expect(await asked(orderId)).toEqual([{ workerId: other.id, kind: "direct", state: "open" }]);
  const until = (await customer.api.orders.get({ orderId })).matching?.exclusive?.until ?? "";
  expect(Date.parse(until) - world.clock.now()).toBe(10 * MINUTE);
  await world.advanceTo(Date.parse(until));
  const after = await customer.api.orders.get({ orderId });
  expect(after).toMatchObject({ state, money: { heldFen: ifRefused === "open" ? 15_000 : 0, refundedFen: ifRefused === "open" ? 0 : 15_000 } });
  if (ifRefused === "refund") return;
  await world.dispatch();
  expect((await asked(orderId)).filter(({ state: now }) => now === "open").map(({ workerId }) => workerId)).toContain(regular.id);
  await world.act(customer, orderId, { type: "cancel", reason: "enough" });
});
