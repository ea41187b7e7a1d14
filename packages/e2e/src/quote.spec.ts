import { expectAccessible } from "./support/axe.ts";
import { orderQuotes, payAtGateway } from "./support/ordering.ts";
import { demo, goOnline, sessionClient, signInWorker, signUpCustomer } from "./support/people.ts";
import { callOff } from "./support/prepared-order.ts";
import { expect, onPhone, test } from "./support/world.ts";

test("a quote, a counter-offer that meets the private floor, and the agreed price is what is paid", async ({ world }) => {
  const { t } = world;
  await world.clock.morning();
  const worker = (await world.person(onPhone)).page;
  const customer = (await world.person()).page;
  await Promise.all([signInWorker(world, worker, demo.cleaner.phone), signUpCustomer(world, customer)]);
  await goOnline(world, worker);
  const orderId = await orderQuotes(world, customer);
  const client = await sessionClient(customer, "customer");
  world.atEnd(async () => {
    await callOff(client, orderId);
    client.close();
  });
  await expect(customer.getByText(t.quote.collecting)).toBeVisible();

  await worker.goto("/worker/hall");
  await worker.getByRole("link", { name: t.quote.ask }).first().click();
  await worker.getByRole("textbox", { name: t.quote.mine }).fill("60");
  await worker.getByRole("slider", { name: t.quote.floor }).press("Home");
  await expect(worker.getByText("¥48.00").first()).toBeVisible();
  await expectAccessible(worker, "worker: a quote");
  await worker.getByRole("button", { name: t.quote.send }).click();
  await expect(worker.getByRole("heading", { name: t.quote.waiting })).toBeVisible();

  await expect(customer.getByText("¥60.00")).toBeVisible();
  await expect(customer.getByText("¥48.00")).toHaveCount(0);
  await expectAccessible(customer, "customer: quotes");
  await customer.getByRole("button", { name: t.quote.counter, exact: true }).click();
  await customer.getByRole("textbox", { name: t.quote.counterRate }).fill("50");
  await customer.getByRole("button", { name: t.quote.counterSend }).click();
  await expect(customer.getByText(t.quote.agreedShort, { exact: true })).toBeVisible();
  await expect(worker.getByRole("heading", { name: t.quote.agreed })).toBeVisible();

  await customer.getByRole("button", { name: t.quote.choose }).click();
  await customer.getByRole("button", { name: t.quote.confirm }).click();
  await payAtGateway(world, customer);
  await expect(customer).toHaveTitle(new RegExp(`^${t.state.accepted}`));
  await expect(worker.getByRole("heading", { name: t.quote.won })).toBeVisible();
  const { terms, money } = await client.api.orders.get.query({ orderId });
  expect(terms.rateFenPerHour).toBe(5_000);
  expect(money.prepaidFen).toBe((5_000 * terms.bookedMinutes) / 60);
});
