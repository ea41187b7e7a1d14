import { expectAccessible } from "./support/axe.ts";
import { demo, signInAdmin } from "./support/people.ts";
import { expect, test } from "./support/world.ts";

test("finance looks through the books and compares a day with the provider's statement", async ({ world }) => {
  const { t } = world;
  const { page } = await world.person({ viewport: { width: 1440, height: 900 } });
  await signInAdmin(world, page, demo.operator.phone);
  for (const [path, heading] of Object.entries(t.money.pages)) {
    await page.goto(`/admin/money/${path}`);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
    await expectAccessible(page, `admin: money/${path}`);
  }
  await page.getByRole("button", { name: t.money.reconcile }).click();
  await expect(page.getByRole("status").filter({ hasText: t.money.compared })).toBeVisible();
  await expect(page.getByRole("table", { name: t.money.days })).toBeVisible();
  await expectAccessible(page, "admin: money/reconciliation, compared");
});
