import { readFile } from "node:fs/promises";
import { MINUTE } from "@lingong/domain";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { demo, goOnline, newCustomerClient, sessionClient, signInWorker } from "./support/people.ts";
import { payForOrder } from "./support/prepared-order.ts";
import { acceptOffer } from "./support/working.ts";
import { expect, onPhone, test, type World } from "./support/world.ts";

/** A card of the gateway's own kind that fails once and then succeeds: it ends in 0010, and nobody has had it before. */
function failsOnce(): string {
  const middle = String(Math.floor(Math.random() * 1e5)).padStart(5, "0");
  for (let digit = 0; digit < 10; digit += 1) {
    const number = `622588${middle}${digit}0010`;
    const sum = [...number].reverse().reduce((total, character, place) => {
      const value = place % 2 === 1 ? Number(character) * 2 : Number(character);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    if (sum % 10 === 0) return number;
  }
  throw new Error("no such card");
}

/** ¥50.00 into the worker's wallet: the compensation of a late cancellation. */
async function earn(world: World, worker: Page): Promise<void> {
  const now = await world.clock.morning();
  await signInWorker(world, worker, demo.cleaner.phone);
  await goOnline(world, worker);
  const customer = await newCustomerClient(world);
  const orderId = await payForOrder(world, customer, now + 100 * MINUTE);
  await acceptOffer(world, worker);
  await customer.act(orderId, { type: "cancel", reason: "the test needs the fee" });
  await expect(worker.getByText(world.t.worker.received)).toBeVisible();
}

/** A fresh card through the form: another holder's name is refused first. */
async function bindCard(world: World, worker: Page): Promise<void> {
  const { t } = world;
  const client = await sessionClient(worker, "worker");
  for (const { id } of await client.api.wallet.payoutAccounts.query()) await client.api.wallet.removeAccount.mutate({ accountId: id });
  client.close();
  await worker.goto("/worker/earnings/accounts");
  await worker.getByRole("textbox", { name: t.wallet.bank }).fill("招商银行");
  await worker.getByRole("textbox", { name: t.wallet.number }).fill(failsOnce());
  await worker.getByRole("textbox", { name: t.wallet.holder }).fill("别人");
  await worker.getByRole("button", { name: t.wallet.bind, exact: true }).click();
  await expect(worker.getByText(t.wallet.notYours)).toBeVisible();
  await expectAccessible(worker, "worker: payout accounts");
  await worker.getByRole("textbox", { name: t.wallet.holder }).fill(demo.cleaner.name);
  await worker.getByRole("button", { name: t.wallet.bind, exact: true }).click();
  await expect(worker.getByText("招商银行 0010")).toBeVisible();
}

/** Ten yuan out: the fee stands there before the tap. */
async function withdrawTen({ t }: World, worker: Page): Promise<void> {
  await worker.getByRole("button", { name: t.wallet.withdraw }).click();
  const sheet = worker.getByRole("dialog");
  await sheet.getByRole("textbox", { name: t.wallet.amount }).fill("10");
  await expect(sheet.getByText("−¥0.10")).toBeVisible();
  await expect(sheet.getByText("¥9.90", { exact: true })).toBeVisible();
  await expectAccessible(worker, "worker: withdrawing");
  await sheet.getByRole("button", { name: t.wallet.withdrawTen }).click();
  await expect(sheet.getByText(t.wallet.onItsWay)).toBeVisible();
  await sheet.getByRole("button", { name: t.wallet.done }).click();
}

test("a withdrawal fails, amount and fee come back with the reason, and the next one arrives", async ({ world }) => {
  const { t } = world;
  const worker = (await world.person(onPhone)).page;
  await earn(world, worker);
  await bindCard(world, worker);
  const client = await sessionClient(worker, "worker");
  const availableFen = async () => (await client.api.wallet.summary.query()).availableFen;
  const before = await availableFen();
  await worker.goto("/worker/earnings");

  await withdrawTen(world, worker);
  await expect(worker.getByText(t.wallet.returned)).toBeVisible();
  expect(await availableFen(), "amount and fee are back").toBe(before);

  await withdrawTen(world, worker);
  await expect(worker.getByText(t.wallet.arrived)).toBeVisible();
  expect(await availableFen()).toBe(before - 1_000);
  client.close();
  await worker.getByRole("button", { name: t.wallet.asTable }).click();
  await expect(worker.getByRole("table")).toBeVisible();
  await expectAccessible(worker, "worker: earnings");

  await worker.goto("/worker/earnings/statement");
  await expect(worker.getByText(t.wallet.backSplit).first()).toBeVisible();
  await expectAccessible(worker, "worker: statement");
  const [download] = await Promise.all([worker.waitForEvent("download"), worker.getByRole("button", { name: t.wallet.csv }).click()]);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv.startsWith("\uFEFF")).toBe(true);
  expect(csv.split("\r\n").filter((line) => line.includes(",-10.00,"))).not.toHaveLength(0);
});
