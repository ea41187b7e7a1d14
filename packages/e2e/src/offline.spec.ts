import { HOUR } from "@lingong/domain";
import { demo, goOnline, newCustomerClient, signInWorker } from "./support/people.ts";
import { payForOrder } from "./support/prepared-order.ts";
import { acceptOffer, takeStep, timeToLeave } from "./support/working.ts";
import { expect, onPhone, test } from "./support/world.ts";

test("a step without a network is kept on the phone and sent when it is back", async ({ world }) => {
  const { t } = world;
  const start = (await world.clock.morning()) + 2 * HOUR;
  const worker = (await world.person(onPhone)).page;
  await signInWorker(world, worker, demo.cleaner.phone);
  await goOnline(world, worker);
  const customer = await newCustomerClient(world);
  const orderId = await payForOrder(world, customer, start);
  const stateNow = async () => (await customer.api.orders.get.query({ orderId })).state;
  await acceptOffer(world, worker);
  await timeToLeave(world, start);
  await takeStep(worker, t.worker.depart);
  await expect(worker.getByRole("button", { name: t.worker.arrive, exact: true })).toBeEnabled();

  await worker.context().setOffline(true);
  await takeStep(worker, t.worker.arrive);
  await expect(worker.getByText(t.worker.kept)).toBeVisible();
  expect(await stateNow()).toBe("en_route");

  await worker.context().setOffline(false);
  await expect.poll(stateNow, "the step is sent by itself").toBe("arrived");
  await expect(worker.getByText(t.worker.kept)).toBeHidden();
});
