import { HOUR } from "@lingong/domain";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { demo, sessionClient, signInAdmin } from "./support/people.ts";
import { finishedWork, picture } from "./support/working.ts";
import { expect, onPhone, test, type World } from "./support/world.ts";

/** The one whom the queue names; signs in and opens the dispute from there. */
async function deskOf(world: World, name: string, orderId: string): Promise<Page> {
  const arbitrator = demo.arbitrators.find((one) => one.name === name);
  if (arbitrator === undefined) throw new Error(`${name} is no arbitrator`);
  const { page } = await world.person();
  await signInAdmin(world, page, arbitrator.phone);
  await page
    .getByRole("link", { name: new RegExp(world.t.dispute.queue) })
    .first()
    .click();
  await page.locator(`a[href$="${orderId}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`/admin/queues/disputes/${orderId}$`));
  return page;
}

/** Who has the dispute, as the operator's queue shows it. */
async function inCharge(operator: Page, orderId: string, not = ""): Promise<string> {
  const row = operator.getByRole("row").filter({ has: operator.locator(`a[href$="${orderId}"]`) });
  const names = demo.arbitrators.map(({ name }) => name).filter((name) => name !== not);
  await expect(row).toContainText(new RegExp(names.join("|")));
  const text = (await row.textContent()) ?? "";
  return names.find((name) => text.includes(name)) ?? "";
}

async function decide({ t }: World, desk: Page, toWorker: "Home" | "End" | null, reason: string): Promise<void> {
  if (toWorker !== null) await desk.getByRole("slider", { name: t.dispute.split }).press(toWorker);
  await desk.getByRole("textbox", { name: t.dispute.reason }).fill(reason);
  await desk.getByRole("button", { name: t.dispute.submitDecision }).click();
}

test("a dispute is heard from both sides, decided, appealed once and executed by somebody else", async ({ world }) => {
  const { t, clock } = world;
  const worker = (await world.person(onPhone)).page;
  const customer = (await world.person(onPhone)).page;
  const orderId = await finishedWork(world, customer, worker, demo.otherCleaner.phone);

  await customer.goto(`/orders/${orderId}/dispute`);
  await customer.getByRole("checkbox", { name: t.dispute.unfinished }).check();
  await customer.getByPlaceholder(t.dispute.words).fill("冰箱里面没有擦");
  await customer.locator("input[type=file]").last().setInputFiles({ name: "fridge.png", mimeType: "image/png", buffer: picture });
  await expect(customer.locator("img[src^='/files/']")).toHaveCount(1);
  await expectAccessible(customer, "customer: opening a dispute");
  await customer.getByRole("button", { name: t.dispute.open }).click();
  await expect(customer.getByRole("heading", { name: t.dispute.evidence })).toBeVisible();
  await expect(customer.getByText("E-", { exact: false }).first()).toBeVisible();

  await expect(worker.getByRole("heading", { name: t.dispute.evidence }), "the worker sees it live").toBeVisible();
  await worker.getByRole("textbox", { name: t.dispute.statement }).fill("冰箱不在清单里，走查时说好的");
  await worker.getByRole("button", { name: t.dispute.submit }).click();
  await expect(customer.getByText("冰箱不在清单里，走查时说好的"), "and the customer the answer").toBeVisible();
  await expectAccessible(worker, "worker: a dispute");

  await clock.advance(48 * HOUR);
  const operator = (await world.person()).page;
  await signInAdmin(world, operator, demo.operator.phone);
  await operator.goto("/admin/queues/disputes");
  const first = await inCharge(operator, orderId);
  await operator.locator(`a[href$="${orderId}"]`).first().click();
  await expect(operator.getByText(t.dispute.hidden).first(), "an operator does not read the evidence").toBeVisible();
  await operator.goBack();

  const desk = await deskOf(world, first, orderId);
  await expect(desk.getByRole("checkbox", { name: t.dispute.bothTold })).toBeChecked();
  await expect(desk.getByText(t.dispute.passed, { exact: true })).toBeVisible();
  await desk.getByText(t.dispute.statements).click();
  await expect(desk.getByText("冰箱不在清单里，走查时说好的")).toBeVisible();
  await expectAccessible(desk, "admin: the dispute desk");
  await decide(world, desk, null, "清单没有写冰箱，完工照片缺");

  await expect(customer.getByText("清单没有写冰箱，完工照片缺")).toBeVisible();
  await worker.getByRole("button", { name: t.dispute.accept }).click();
  await customer.getByRole("button", { name: t.dispute.appeal, exact: true }).click();
  await customer.getByRole("textbox", { name: t.dispute.appealReason }).fill("走查的时候没有说过");
  await customer.getByRole("button", { name: t.dispute.appealConfirm }).click();

  const second = await inCharge(operator, orderId, first);
  const appealDesk = await deskOf(world, second, orderId);
  await expect(appealDesk.getByText("走查的时候没有说过").first()).toBeVisible();
  await decide(world, appealDesk, "Home", "冰箱内部在第二次走查照片里");

  await expect(customer, "final, and executed at once").toHaveTitle(new RegExp(`^${t.state.resolved}`));
  await expect(customer.getByText("冰箱内部在第二次走查照片里")).toBeVisible();
  await expect(worker.getByText("冰箱内部在第二次走查照片里")).toBeVisible();
  const wallet = await sessionClient(worker, "worker");
  const order = await wallet.api.orders.get.query({ orderId });
  expect(order.money).toMatchObject({ heldFen: 0, refundedFen: 5_000 });
  wallet.close();
});
