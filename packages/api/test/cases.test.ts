import { photos } from "@lingong/db";
import { HOUR } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { maySeePhoto } from "../src/index.ts";
import { codeOf, createWorld, key, type Person, type World } from "./world.ts";

let world: World;
let customer: Person;
let worker: Person;
let orderId: string;
const ids: Record<"before" | "after" | "evidence", string> = { before: key(), after: key(), evidence: key() };

beforeAll(async () => {
  world = await createWorld();
  [customer, worker] = [await world.customer(), await world.worker()];
  orderId = await world.startedOrder(customer, worker);
  for (const purpose of ["before", "after", "evidence"] as const) {
    const picture = { id: ids[purpose], storageKey: purpose, contentType: "image/webp", bytes: 10, takenAt: null, takenPosition: null };
    await photos.insertOrFind(world.services.db, { ...picture, ownerId: worker.id, orderId, purpose, label: "厨房", createdAt: world.clock.now() });
    await photos.keep(world.services.db, { ...picture, width: 1, height: 1, sha256: "ab".repeat(32) });
  }
});
afterAll(() => world.database.drop());

const show = (person: Person, shown: boolean, idempotencyKey = key()) => person.api.cases.show({ idempotencyKey, orderId, shown });
const strangers = () => world.callerFor("customer", null).cases.ofWorker({ workerId: worker.id });
const anybodySees = (photoId: string) => maySeePhoto(world.services, null, photoId);

describe("before and after on a worker's page", () => {
  it("is not asked for before the work is settled", async () => {
    expect(await customer.api.cases.ofOrder({ orderId })).toEqual({ pair: null, shown: false });
    expect(await codeOf(show(customer, true))).toBe("wrong_state");
    await world.advanceTo(world.clock.now() + 2 * HOUR);
    await world.act(worker, orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
    await world.act(customer, orderId, { type: "confirm" });
    expect(await customer.api.cases.ofOrder({ orderId })).toMatchObject({
      pair: { before: { id: ids.before }, after: { id: ids.after } },
      shown: false,
    });
    expect(await strangers()).toEqual({ items: [] });
    expect(await anybodySees(ids.before)).toBe(false);
  });

  it("is shown when the customer agrees, to anybody, and tells nothing of whose home it is", async () => {
    const again = key();
    await show(customer, true, again);
    expect(await show(customer, true, again)).toMatchObject({ shown: true });
    const { items } = await strangers();
    expect(items).toMatchObject([{ category: { id: "daily_cleaning" }, minutes: 120, before: { id: ids.before }, after: { id: ids.after } }]);
    for (const word of [orderId, customer.id, "takenAt", "sha256"]) expect(JSON.stringify(items)).not.toContain(word);
    expect([await anybodySees(ids.before), await anybodySees(ids.after), await anybodySees(ids.evidence)]).toEqual([true, true, false]);
  });

  it("is the customer's to give", async () => {
    const stranger = await world.customer();
    expect(await codeOf(show(stranger, false))).toBe("not_yours");
    expect(await codeOf(show(worker, false))).toBe("wrong_role");
    expect(await codeOf(worker.api.cases.ofOrder({ orderId }))).toBe("wrong_role");
  });

  it("and theirs to take back, at once and again", async () => {
    expect(await show(customer, false)).toMatchObject({ shown: false });
    expect(await strangers()).toEqual({ items: [] });
    expect(await anybodySees(ids.before)).toBe(false);
    expect(await show(customer, true)).toMatchObject({ shown: true });
    expect((await strangers()).items).toHaveLength(1);
  });
});
