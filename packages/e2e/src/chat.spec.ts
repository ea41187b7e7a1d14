import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { demo } from "./support/people.ts";
import { workUnderWay } from "./support/working.ts";
import { expect, onPhone, test, type World } from "./support/world.ts";

async function write({ t }: World, page: Page, words: string): Promise<void> {
  await page.getByRole("textbox", { name: t.chat.write }).fill(words);
  await page.getByRole("button", { name: t.chat.send }).click();
}

test("customer and worker write to each other without a reload; numbers are masked, and nothing is lost without a network", async ({ world }) => {
  const { t } = world;
  const worker = (await world.person(onPhone)).page;
  const customer = (await world.person()).page;
  const orderId = await workUnderWay(world, customer, worker, demo.otherCleaner.phone);
  await customer.goto(`/orders/${orderId}`);
  await expect(customer.getByRole("link", { name: t.chat.write }), "nobody has said anything yet").toBeVisible();

  await worker.getByRole("link", { name: t.chat.write }).click();
  await write(world, worker, t.chat.question);
  const row = customer.getByRole("link", { name: t.chat.link });
  await expect(row, "it comes by itself, and is counted").toContainText(t.chat.unread);
  await row.click();
  const read = customer.getByRole("log", { name: t.chat.log });
  await expect(read.getByText(t.chat.question)).toBeVisible();
  await expect(worker.getByText(t.chat.read, { exact: true }), "seen as read").toBeVisible();

  await write(world, customer, t.chat.answer);
  for (const page of [customer, worker]) {
    await expect(page.getByText(t.chat.masked)).toBeVisible();
    await expect(page.getByText(t.chat.warning), "both are warned").toBeVisible();
    await expect(page.getByText("138 0013 8000")).toHaveCount(0);
  }
  await expectAccessible(customer, "customer: messages");
  await expectAccessible(worker, "worker: messages");

  await worker.context().setOffline(true);
  await write(world, worker, t.chat.offline);
  await expect(worker.getByText(t.chat.waiting)).toBeVisible();
  await expect(worker.getByRole("button", { name: t.chat.retry })).toBeVisible();
  await worker.context().setOffline(false);
  await expect(read.getByText(t.chat.offline), "it goes out by itself").toBeVisible();
  await expect(worker.getByRole("button", { name: t.chat.retry })).toHaveCount(0);
});
