import { MINUTE } from "@lingong/domain";
import { expectAccessible } from "./support/axe.ts";
import { enterPhoneAndCode, sessionClient, signUpCustomer } from "./support/people.ts";
import { expect, test } from "./support/world.ts";

const words = "Please mind the cat 请小心猫";

test("a session that ends under a form comes back to the same form, with every word", async ({ world }) => {
  const { t, clock } = world;
  const { page } = await world.person();
  const phone = await signUpCustomer(world, page);
  await page.goto("/new?category=daily_cleaning");
  await page.getByRole("button", { name: t.wizard.note }).click();
  const note = page.getByRole("textbox", { name: t.wizard.note });
  await note.fill(words);
  const { href } = new URL(page.url());

  const elsewhere = await sessionClient(page, "customer");
  await elsewhere.api.accounts.signOutEverywhere.mutate();
  elsewhere.close();
  await expect(page.getByRole("heading", { name: t.signIn.expired })).toBeVisible();
  await expectAccessible(page, "customer: session expired");
  await clock.advance(2 * MINUTE);
  await enterPhoneAndCode(world, page, phone);

  await expect(page.getByRole("heading", { name: t.signIn.expired })).toBeHidden();
  expect(page.url()).toBe(href);
  await expect(note).toHaveValue(words);
  await expect(page.getByRole("link", { name: t.customer.account })).toBeVisible();
});
