import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/world.ts";

test("language and dark mode are kept on the device", async ({ world }) => {
  const { t } = world;
  const { page } = await world.person();
  await page.goto("/me/settings");
  await expect(page.getByRole("heading", { name: t.look.heading, level: 1 })).toBeVisible();
  await page.getByRole("radio", { name: t.look.dark }).press("Space");
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await expectAccessible(page, "customer: settings, dark");
  await page.getByRole("radio", { name: t.look.other }).press("Space");
  await expect(page.getByRole("heading", { name: t.look.otherHeading, level: 1 })).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { name: t.look.otherHeading, level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", t.look.otherLang);
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await page.goto("/");
  await expectAccessible(page, "customer: landing, dark");
});
