import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { demo, signInAdmin } from "./support/people.ts";
import { finishedWork, picture } from "./support/working.ts";
import { expect, onPhone, test, type World } from "./support/world.ts";

/** An admin of the demo data, at the claim that waits. */
async function atTheClaim(world: World, phone: string): Promise<Page> {
  const { page } = await world.person();
  await signInAdmin(world, page, phone);
  await page.goto("/admin/queues/claims");
  await page.locator("a[href*='/queues/claims/']").first().click();
  await expect(page.getByText("¥300.00")).toBeVisible();
  return page;
}

test("a worker's claim goes from a draft with its document to the wallet through two pairs of eyes, and both sides see the cover", async ({
  world,
}) => {
  const { t } = world;
  const worker = (await world.person(onPhone)).page;
  const customer = (await world.person(onPhone)).page;
  const orderId = await finishedWork(world, customer, worker, demo.otherCleaner.phone);

  await worker.getByRole("button", { name: t.insurance.certificate }).click();
  await expect(worker.getByRole("dialog").getByText("¥100,000.00").first()).toBeVisible();
  await worker.getByRole("button", { name: t.insurance.open }).click();
  const form = worker.getByRole("dialog");
  await form.getByRole("radio", { name: t.insurance.injury }).check();
  await form.getByRole("textbox", { name: t.insurance.amount }).fill("300");
  await form.getByRole("textbox", { name: t.insurance.story }).fill("下梯子时扭伤脚踝，去了医院");
  await form.locator("input[type=file]").setInputFiles({ name: "invoice.png", mimeType: "image/png", buffer: picture });
  await expect(form.getByText("invoice.png")).toBeVisible();
  await expectAccessible(worker, "worker: a claim");
  await form.getByRole("button", { name: t.insurance.save }).click();
  await expect(worker.getByText(t.insurance.draft, { exact: true })).toBeVisible();

  await worker.reload();
  await worker.getByRole("button", { name: t.insurance.goOn }).click();
  await expect(form.getByText("invoice.png"), "the draft kept its document").toBeVisible();
  await form.getByRole("button", { name: t.insurance.submit }).click();
  await expect(worker.getByText(t.insurance.submitted, { exact: true })).toBeVisible();

  const [, , support] = demo.arbitrators;
  const handler = await atTheClaim(world, support.phone);
  await expect(handler.locator("img[src^='/files/']"), "the document is there").toHaveCount(1);
  await handler.getByRole("button", { name: t.insurance.take }).click();
  await handler.getByRole("textbox", { name: t.insurance.toPay }).fill("280");
  await handler.getByRole("textbox", { name: t.insurance.reason }).fill("发票 280 元");
  await expectAccessible(handler, "admin: a claim");
  await handler.getByRole("button", { name: t.insurance.approve }).click();
  await expect(handler.getByRole("button", { name: t.insurance.pay }), "who decided does not pay").toHaveCount(0);

  const cashier = await atTheClaim(world, demo.operator.phone);
  await cashier.getByRole("button", { name: t.insurance.pay }).click();
  await expect(worker.getByText(t.insurance.paid, { exact: true }), "the worker sees it live").toBeVisible();
  await expect(worker.getByText(t.insurance.inWallet)).toBeVisible();

  await customer.goto(`/orders/${orderId}`);
  await customer.getByRole("button", { name: t.insurance.certificate }).click();
  await expect(customer.getByRole("dialog").getByText("¥99,720.00"), "the cover is both sides'").toBeVisible();
});
