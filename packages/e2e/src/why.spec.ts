import { HOUR, MINUTE } from "@lingong/domain";
import { expectAccessible } from "./support/axe.ts";
import { demo, goOnline, newCustomerClient, newWorker, signInWorker } from "./support/people.ts";
import { payForOrder } from "./support/prepared-order.ts";
import { acceptOffer } from "./support/working.ts";
import { expect, home, onPhone, test } from "./support/world.ts";

test("an offer says why it came and is accepted; who was passed over reads why not, and what would have helped", async ({ world }) => {
  const { t } = world;
  const start = await world.clock.morning();
  // Four for three offers: three newcomers are alike but for their way, and the last lives farthest away.
  const living = (kilometres: number) => ({ lat: home.latitude + kilometres / 111.2, lng: home.longitude });
  const [, , far] = await Promise.all([
    newWorker(world, "白露", living(0.5)),
    newWorker(world, "谷雨", living(1)),
    newWorker(world, "霜降", living(4)),
  ]);
  // A number is sent a second code after a minute.
  await world.clock.advance(MINUTE);
  const first = (await world.person(onPhone)).page;
  const last = (await world.person({ ...onPhone, geolocation: { latitude: living(4).lat, longitude: home.longitude } })).page;
  await Promise.all([signInWorker(world, first, demo.cleaner.phone), signInWorker(world, last, far)]);
  await goOnline(world, first);
  await payForOrder(world, await newCustomerClient(world), start + 4 * HOUR);

  await expect(first.getByRole("heading", { name: t.why.you })).toBeVisible();
  await expect(first.getByText(t.why.rank)).toBeVisible();
  await expect(first.getByText(t.why.distance)).toHaveCount(1);
  await acceptOffer(world, first);

  await last.goto("/worker/me");
  await last.getByRole("link", { name: t.why.missed }).click();
  await last.getByRole("link", { name: t.why.outranked }).first().click();
  await expect(last.getByRole("heading", { name: t.why.notMe })).toBeVisible();
  await expect(last.getByText(t.why.line).first()).toBeVisible();
  await expect(last.getByRole("heading", { name: t.why.step })).toBeVisible();
  await expect(last.getByText(t.why.leads)).toBeVisible();
  await expect(last.getByText(demo.cleaner.name)).toHaveCount(0);
  await expectAccessible(last, "why not me");
  await last.getByRole("button", { name: t.why.formula, exact: true }).click();
  await expect(last.getByRole("heading", { name: t.why.howDecided })).toBeVisible();
});
