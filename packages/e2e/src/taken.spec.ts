import { HOUR } from "@lingong/domain";
import { demo, goOnline, newCustomerClient, signInWorker } from "./support/people.ts";
import { payForOrder } from "./support/prepared-order.ts";
import { acceptOffer } from "./support/working.ts";
import { expect, onPhone, test } from "./support/world.ts";

test("two workers are asked, one is first, and the other's screen says why", async ({ world }) => {
  const { t } = world;
  const start = await world.clock.morning();
  const first = (await world.person(onPhone)).page;
  const second = (await world.person(onPhone)).page;
  await Promise.all([signInWorker(world, first, demo.cleaner.phone), signInWorker(world, second, demo.otherCleaner.phone)]);
  await goOnline(world, first);
  await goOnline(world, second);
  await payForOrder(world, await newCustomerClient(world), start + 4 * HOUR);
  await expect(second.getByRole("button", { name: t.worker.acceptAny })).toBeVisible();
  await acceptOffer(world, first);
  await expect(second.getByRole("heading", { name: t.worker.taken })).toBeVisible();
  await expect(second.getByText(t.worker.firstWins)).toBeVisible();
  await expect(second.getByRole("button", { name: t.worker.acceptAny })).toHaveCount(0);
});
