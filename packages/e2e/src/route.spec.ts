import { HOUR } from "@lingong/domain";
import { expectAccessible } from "./support/axe.ts";
import { demo, goOnline, newCustomerClient, signInWorker } from "./support/people.ts";
import { payForOrder } from "./support/prepared-order.ts";
import { acceptOffer } from "./support/working.ts";
import { expect, home, onPhone, test } from "./support/world.ts";

test("the route of the day: stops in their best order on a map, whichever was taken first", async ({ world }) => {
  const { t } = world;
  const start = await world.clock.morning();
  const { page } = await world.person(onPhone);
  await signInWorker(world, page, demo.cleaner.phone);
  await goOnline(world, page);
  const customer = await newCustomerClient(world);
  const places = [
    { line: "御翠园 8 号 301", lat: home.latitude + 0.012, lng: home.longitude - 0.012, at: start + 7 * HOUR },
    { line: "汤臣豪园 2 号 901", lat: home.latitude - 0.01, lng: home.longitude + 0.012, at: start + 3 * HOUR },
  ];
  for (const { at, ...where } of places) {
    await payForOrder(world, customer, at, where);
    await acceptOffer(world, page);
  }
  await page.goto("/worker/");
  await page.getByRole("link", { name: t.time.routeLine }).click();
  await expect(page.getByRole("heading", { name: t.time.route, level: 1 })).toBeVisible();
  const stops = page.locator("section", { has: page.getByRole("heading", { name: t.time.stops }) });
  await expect(stops.getByRole("link").first()).toContainText("汤臣豪园");
  await expect(stops.getByRole("link").nth(1)).toContainText("御翠园");
  await expect(stops.getByText(t.time.leaveBy)).toHaveCount(2);
  await expect(page.getByText(/^1 · \d{2}:\d{2}$/)).toBeVisible();
  await expect(page.getByText(/^2 · \d{2}:\d{2}$/)).toBeVisible();
  await expectAccessible(page, "the route");
  await page.goto("/worker/schedule");
  await expect(page.getByRole("button", { name: /汤臣豪园/ })).toBeVisible();
  await expectAccessible(page, "the schedule");
});
