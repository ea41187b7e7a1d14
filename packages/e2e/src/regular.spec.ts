import { HOUR } from "@lingong/domain";
import { demo, goOnline, sessionClient, signInWorker, signUpCustomer } from "./support/people.ts";
import { payForOrder, workTogether } from "./support/prepared-order.ts";
import { expect, onPhone, test } from "./support/world.ts";

test("a regular is asked first and alone; only when they decline are others asked", async ({ world }) => {
  const { t } = world;
  const now = await world.clock.morning();
  const regular = (await world.person(onPhone)).page;
  const other = (await world.person(onPhone)).page;
  const customer = (await world.person()).page;
  await Promise.all([
    signInWorker(world, regular, demo.cleaner.phone),
    signInWorker(world, other, demo.otherCleaner.phone),
    signUpCustomer(world, customer),
  ]);
  await goOnline(world, regular);
  const [asCustomer, asRegular] = await Promise.all([sessionClient(customer, "customer"), sessionClient(regular, "worker")]);
  world.atEnd(async () => {
    asCustomer.close();
    asRegular.close();
  });
  await workTogether(world, asCustomer, asRegular, now + 2 * HOUR);
  await regular.goto("/worker/");
  await goOnline(world, other);

  const tomorrow = (await world.clock.now()) + 26 * HOUR;
  const orderId = await payForOrder(world, asCustomer, tomorrow, undefined, { regularsFirst: true });
  await customer.goto(`/orders/${orderId}`);
  await expect(customer.getByRole("heading", { name: t.regular.only })).toBeVisible();
  await expect(regular.getByText(t.regular.exclusive)).toBeVisible();
  await expect(other.getByRole("button", { name: t.worker.acceptAny })).toHaveCount(0);
  await regular.getByRole("button", { name: t.regular.decline, exact: true }).click();

  await expect(other.getByRole("button", { name: t.worker.acceptAny })).toBeVisible();
  await expect(customer.getByRole("heading", { name: t.regular.asking })).toBeVisible();
  await expect(regular.getByRole("button", { name: t.worker.acceptAny })).toHaveCount(0);
});
