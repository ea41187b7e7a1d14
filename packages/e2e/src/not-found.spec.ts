import { HOUR } from "@lingong/domain";
import { newCustomerClient, signUpCustomer } from "./support/people.ts";
import { placeOrder } from "./support/prepared-order.ts";
import { expect, test } from "./support/world.ts";

test("a forged order is not found, and somebody else's shows nothing of itself", async ({ world }) => {
  const { t } = world;
  const start = await world.clock.morning();
  const theirs = await placeOrder(await newCustomerClient(world), start + 5 * HOUR);
  const { page } = await world.person();
  await signUpCustomer(world, page);
  for (const [orderId, said] of [
    ["01a2045c-e2e0-7f6c-885c-000000000000", t.notFound],
    [theirs, t.notYours],
  ] as const) {
    await page.goto(`/orders/${orderId}`);
    await expect(page.getByRole("alert").getByText(said)).toBeVisible();
    await expect(page.getByText("花木路")).toHaveCount(0);
  }
});
