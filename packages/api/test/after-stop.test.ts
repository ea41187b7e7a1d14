import { MINUTE } from "@lingong/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveDeadlinesAfterStop, stayAlive } from "../src/index.ts";
import { createWorld, type Person, type World } from "./world.ts";

let world: World;
let customer: Person;

beforeAll(async () => {
  world = await createWorld();
  customer = await world.customer();
});
afterAll(() => world.database.drop());

describe("a stop of the service", () => {
  it("costs no customer a deadline: one that fell into it moves to 30 min after the restart", async () => {
    const { services, clock } = world;
    await stayAlive(services, clock.now());
    const { orderId, payment } = await world.place(customer);
    const stopped = clock.now() + 5 * MINUTE;
    clock.set(stopped);
    await stayAlive(services, stopped);
    clock.set(stopped + 40 * MINUTE);

    expect(await moveDeadlinesAfterStop(services)).toBe(1);
    await world.fireTimers();
    const order = await customer.api.orders.get({ orderId });
    expect(order).toMatchObject({ state: "awaiting_payment", deadline: { at: new Date(stopped + 70 * MINUTE).toISOString() } });
    await world.pay(payment?.id ?? "", payment?.fen ?? 0);
    expect((await customer.api.orders.get({ orderId })).state).toBe("matching");
  });

  it("moves nothing that was missed while the service ran", async () => {
    const { services, clock } = world;
    const { orderId } = await world.place(customer);
    clock.set(clock.now() + 20 * MINUTE);
    await stayAlive(services, clock.now());
    expect(await moveDeadlinesAfterStop(services)).toBe(0);
    await world.fireTimers();
    expect((await customer.api.orders.get({ orderId })).state).toBe("expired");
  });
});
