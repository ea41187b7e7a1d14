import { HOUR } from "@lingong/domain";
import { expectAccessible } from "./support/axe.ts";
import { payAtGateway } from "./support/ordering.ts";
import { demo, sessionClient } from "./support/people.ts";
import { picture, workUnderWay } from "./support/working.ts";
import { expect, onPhone, test } from "./support/world.ts";

test("an add-on is proposed with its photo, approved, paid, done, and a line of the bill", async ({ world }) => {
  const { t } = world;
  const worker = (await world.person(onPhone)).page;
  const customer = (await world.person(onPhone)).page;
  const orderId = await workUnderWay(world, customer, worker, demo.otherCleaner.phone);
  await customer.goto(`/orders/${orderId}`);

  await worker.getByRole("button", { name: t.addOn.row }).click();
  const sheet = worker.getByRole("dialog");
  await sheet.getByText(t.addOn.item, { exact: true }).click();
  await sheet.getByRole("textbox", { name: t.addOn.what }).fill("擦一扇玻璃 · one window");
  await sheet.getByRole("textbox", { name: t.addOn.price }).fill("40");
  await sheet.locator("input[type=file]").setInputFiles({ name: "window.png", mimeType: "image/png", buffer: picture });
  const propose = sheet.getByRole("button", { name: t.addOn.propose });
  await expect(propose, "not before its photo has arrived").toBeEnabled();
  await expectAccessible(worker, "worker: proposing an add-on");
  await propose.click();

  const approve = customer.getByRole("button", { name: t.addOn.approve });
  await expect(approve, "the customer sees it live").toBeVisible();
  await expect(customer.getByRole("button", { name: t.addOn.photo }).locator("img[src^='/files/']")).toHaveCount(1);
  await expectAccessible(customer, "customer: an add-on to approve");
  await approve.click();
  await payAtGateway(world, customer);
  await customer.waitForURL(new RegExp(`/orders/${orderId}$`));
  await expect(worker.getByText(t.addOn.paid, { exact: true }), "it counts from now on").toBeVisible();

  await world.clock.advance(2 * HOUR);
  const hands = await sessionClient(worker, "worker");
  const { addOns } = await hands.api.orders.get.query({ orderId });
  await hands.act(orderId, { type: "finish", reason: "done", doneAddOnIds: addOns.map(({ id }) => id) });
  hands.close();
  await expect(customer.getByRole("button", { name: t.addOn.confirm })).toBeVisible();
  await expect(customer.getByText("擦一扇玻璃 · one window").first()).toBeVisible();
});
