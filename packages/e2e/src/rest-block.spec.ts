import { HOUR, MINUTE } from "@lingong/domain";
import { demo, goOnline, newCustomerClient, sessionClient, signInWorker } from "./support/people.ts";
import { payForOrder } from "./support/prepared-order.ts";
import { acceptOffer } from "./support/working.ts";
import { expect, onPhone, test } from "./support/world.ts";

test("a rest block refuses the offer it lies over, and no other", async ({ world }) => {
  const { t } = world;
  const start = await world.clock.morning();
  const { page } = await world.person(onPhone);
  await signInWorker(world, page, demo.cleaner.phone);
  const client = await sessionClient(page, "worker");
  world.atEnd(async () => {
    for (const { id } of await client.api.workers.restBlocks.query()) await client.api.workers.removeRestBlock.mutate({ id });
    client.close();
  });
  await page.goto("/worker/schedule");
  await page.getByRole("button", { name: t.time.addRest, exact: true }).click();
  await page.getByRole("button", { name: t.time.saveRest, exact: true }).click();
  // Ten to twelve: from the next whole hour but one, as the form proposes.
  await expect(page.getByText(t.time.resting)).toBeVisible();
  const [rest] = await client.api.workers.restBlocks.query();
  await client.api.workers.removeRestBlock.mutate({ id: rest?.id ?? "" });
  await expect(page.getByText(t.time.resting)).toHaveCount(0);

  await page.goto("/worker/");
  await goOnline(world, page);
  await payForOrder(world, await newCustomerClient(world), start + 2 * HOUR + 25 * MINUTE);
  const accept = page.getByRole("button", { name: t.worker.acceptAny });
  await expect(accept).toBeVisible();
  const again = { id: crypto.randomUUID(), from: rest?.from ?? "", to: rest?.to ?? "" };
  await client.api.workers.addRestBlock.mutate(again);
  await accept.click();
  await expect(page.getByText(t.time.refused)).toBeVisible();
  await client.api.workers.removeRestBlock.mutate({ id: again.id });
  await acceptOffer(world, page);
});
