import { readFile } from "node:fs/promises";
import { MINUTE } from "@lingong/domain";
import { expectAccessible } from "./support/axe.ts";
import { demo, goOnline, sessionClient, signInWorker, signUpCustomer } from "./support/people.ts";
import { payForOrder } from "./support/prepared-order.ts";
import { acceptOffer } from "./support/working.ts";
import { expect, onPhone, test } from "./support/world.ts";

test("a late cancellation says its fee before, charges just that, and the worker's wallet has it", async ({ world }) => {
  const { t } = world;
  const now = await world.clock.morning();
  const worker = (await world.person(onPhone)).page;
  const customer = (await world.person()).page;
  await Promise.all([signInWorker(world, worker, demo.cleaner.phone), signUpCustomer(world, customer)]);
  await goOnline(world, worker);
  const orderId = await payForOrder(world, await sessionClient(customer, "customer"), now + 100 * MINUTE);
  await customer.goto(`/orders/${orderId}`);
  await expect(customer.getByRole("button", { name: t.order.cancelFree })).toBeVisible();
  await acceptOffer(world, worker);

  await customer.getByRole("button", { name: t.order.cancelFor }).click();
  const sheet = customer.getByRole("dialog");
  await expect(sheet.getByText(t.order.cancelFee)).toBeVisible();
  await expect(sheet).toContainText("¥50.00");
  await expectAccessible(customer, "customer: cancelling");
  await sheet.getByRole("button", { name: t.order.cancelConfirm }).click();

  await expect(customer).toHaveTitle(new RegExp(`^${t.state.cancelled}`));
  const main = customer.getByRole("main");
  // The whole fee is the worker's: it is less than the work would have netted (§5).
  await expect(main.getByText(t.order.kept, { exact: true })).toBeVisible();
  await expect(main.getByRole("definition").filter({ hasText: "¥50.00" })).not.toHaveCount(0);
  await expect(main.getByText(t.order.refunded, { exact: true })).toBeVisible();
  const [receipt] = await Promise.all([customer.waitForEvent("download"), customer.getByRole("button", { name: t.receipt.download }).click()]);
  expect(receipt.suggestedFilename()).toMatch(t.receipt.fileName);
  expect((await readFile(await receipt.path())).subarray(0, 5).toString()).toBe("%PDF-");
  await expect(worker.getByText(t.worker.received)).toBeVisible();
  await worker.goto("/worker/earnings");
  await expect(worker.getByText("¥50.00").first()).toBeVisible();
});
