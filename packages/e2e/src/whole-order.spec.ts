import { HOUR, SECOND } from "@lingong/domain";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { orderCleaning } from "./support/ordering.ts";
import { demo, goOnline, signInAdminByHand, signInWorkerByHand, signUpCustomerByHand } from "./support/people.ts";
import { acceptOffer, startOf, takeStep, timeToLeave } from "./support/working.ts";
import { expect, onPhone, test, type World } from "./support/world.ts";

/** What the overview counts: on the way, at work, to confirm. */
async function counted({ t }: World, admin: Page): Promise<number[]> {
  const text = await admin.getByText(t.admin.inProgress).textContent();
  return (t.admin.inProgress.exec(text ?? "") ?? []).slice(1).map(Number);
}

/** The page's title begins with the order's state: it changes by itself, nobody reloads. */
const expectState = (page: Page, state: string) => expect(page).toHaveTitle(new RegExp(`^${state}`));

/** The order's short code, as both sides and the admins write it. */
async function codeOf(customer: Page): Promise<string> {
  const text = await customer
    .getByText(/[0-9A-F]{4}-[0-9A-F]{4}/)
    .first()
    .textContent();
  return /[0-9A-F]{4}-[0-9A-F]{4}/.exec(text ?? "")?.[0] ?? "no code";
}

async function work(world: World, pages: { readonly customer: Page; readonly worker: Page; readonly admin: Page }, start: number): Promise<void> {
  const { t, clock } = world;
  const { customer, worker, admin } = pages;
  const [, atWork = 0] = await counted(world, admin);
  await timeToLeave(world, start);
  await takeStep(worker, t.worker.depart);
  await expectState(customer, t.state.enRoute);
  await expectAccessible(customer, "customer: on the way");
  await takeStep(worker, t.worker.arrive);
  await expectState(customer, t.state.arrived);
  await expectAccessible(worker, "worker: arrived");
  await clock.advanceTo(start);
  await takeStep(worker, t.worker.start);
  await expectState(customer, t.state.inService);
  await expect
    .poll(() => counted(world, admin), "the overview counts it without a reload")
    .toEqual([expect.any(Number), atWork + 1, expect.any(Number)]);
  await expectAccessible(admin, "admin: overview");
  await expectAccessible(worker, "worker: at work");
  await expectAccessible(customer, "customer: at work");
  await clock.advance(2 * HOUR - 5 * SECOND);
  await takeStep(worker, t.worker.finish);
  await expectAccessible(worker, "worker: finish");
  await worker.getByRole("button", { name: t.worker.finishFor }).click();
}

// Three browsers, fourteen looks with axe: long where the machine is busy with more than this.
test.setTimeout(300_000);

test("an order lives its whole life on three screens, and nobody reloads", async ({ world }) => {
  const { t, clock } = world;
  await clock.morning();
  const admin = (await world.person()).page;
  const worker = (await world.person(onPhone)).page;
  const customer = (await world.person()).page;
  await Promise.all([
    signInAdminByHand(world, admin, demo.operator.phone),
    signInWorkerByHand(world, worker, demo.cleaner.phone),
    signUpCustomerByHand(world, customer),
  ]);
  await goOnline(world, worker);
  await expectAccessible(worker, "worker: today");
  await expectAccessible(customer, "customer: home");

  const orderId = await orderCleaning(world, customer, expectAccessible);
  await expectState(customer, t.state.matching);
  await expect(worker.getByRole("button", { name: t.worker.accept })).toBeVisible();
  await expectAccessible(worker, "worker: offer");
  await acceptOffer(world, worker, t.worker.accept);

  await expectState(customer, t.state.accepted);
  await expect(customer.getByText(demo.cleaner.name).first()).toBeVisible();
  await expectAccessible(customer, "customer: accepted");
  await customer.getByRole("button", { name: t.order.confirmTime }).click();
  await takeStep(worker, t.worker.confirmTime);
  await expect(worker.getByRole("button", { name: t.worker.confirmTime, exact: true })).toBeHidden();

  const code = await codeOf(customer);
  await work(world, { customer, worker, admin }, await startOf(customer, orderId));

  await expectState(customer, t.state.toConfirm);
  await admin.getByRole("link", { name: t.admin.orders, exact: true }).click();
  await admin.getByRole("link", { name: new RegExp(code) }).click();
  await expect(admin.getByRole("banner").getByText(t.state.toConfirm)).toBeVisible();
  await expect(worker.getByText(t.worker.toReceive)).toBeVisible();
  await customer.getByRole("radio", { name: t.order.five }).click();
  await expectAccessible(customer, "customer: bill");
  const settle = customer.getByRole("button", { name: t.order.confirm });
  await expect(settle).toContainText(t.order.back);
  await settle.click();

  await expectState(customer, t.state.completed);
  await expectAccessible(customer, "customer: completed");
  await expect(admin.getByRole("banner").getByText(t.state.completed)).toBeVisible();
  await expectAccessible(admin, "admin: dossier");
  await expect(worker.getByText(t.worker.received)).toBeVisible();
  await worker.goto("/worker/earnings");
  await expect(worker.getByRole("img", { name: t.worker.split })).toBeVisible();
  await expectAccessible(worker, "worker: earnings");
});
