import type { Page } from "@playwright/test";
import { expect, type World } from "./world.ts";

/** Called on each screen that a journey reaches. */
export type Visit = (page: Page, screen: string) => Promise<void>;
const pass: Visit = async () => undefined;

const note = "Two cats; keep the balcony door shut 请关阳台门";

/** From the home to the checklist of the daily cleaning, answered. */
async function describe({ t }: World, page: Page, visit: Visit): Promise<void> {
  await page.getByRole("link", { name: t.category }).first().click();
  await expect(page).toHaveURL(/\/scope$/);
  await page.getByRole("button", { name: t.wizard.usual }).click();
  await page.getByRole("combobox", { name: t.wizard.layout }).click();
  await page.getByRole("option").first().click();
  await page.getByRole("checkbox", { name: t.wizard.kitchen }).press("Space");
  await page.getByRole("button", { name: t.wizard.note }).click();
  await page.getByRole("textbox", { name: t.wizard.note }).fill(note);
  await visit(page, "wizard: scope");
  await page.getByRole("button", { name: t.wizard.nextPlace }).click();
}

/** A new address at this device's place, and the first start that a day offers: this day, unless told how many later. */
async function placeAndTime({ t }: World, page: Page, visit: Visit, daysLater = 0): Promise<void> {
  await expect(page).toHaveURL(/\/place$/);
  await page.getByRole("textbox", { name: t.place.line }).fill("花木路 100 弄 12 号 1202");
  await page.getByRole("button", { name: t.place.useMine }).click();
  await expect(page.getByText(t.place.picked, { exact: true })).toBeVisible();
  if (daysLater > 0) await page.getByRole("radiogroup", { name: t.place.day, exact: true }).getByRole("radio").nth(daysLater).press("Space");
  await page.getByRole("radiogroup", { name: t.place.start, exact: true }).getByRole("radio").first().press("Space");
  await visit(page, "wizard: place and time");
  await page.getByRole("button", { name: t.wizard.nextPrice }).click();
}

/** The next day: more than the four hours ahead that quotes need. */
const farEnough = 1;

/** The wizard to an order that collects quotes; nothing is paid. @returns its id. */
export async function orderQuotes(world: World, page: Page): Promise<string> {
  const { t } = world;
  await describe(world, page, pass);
  await placeAndTime(world, page, pass, farEnough);
  await page.getByRole("radio", { name: t.quote.collect }).press("Space");
  await page.getByRole("button", { name: t.wizard.nextContract }).click();
  await page.getByRole("button", { name: t.quote.sign }).click();
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Pays on the gateway's own page; the gateway leads back to the order. */
export async function payAtGateway({ t }: World, page: Page, visit: Visit = pass): Promise<void> {
  await page.waitForURL(/\/checkout\//);
  await visit(page, "gateway: checkout");
  await page.getByRole("button", { name: t.pay.pay }).click();
}

/** The whole wizard to a paid order. @returns its id. */
export async function orderCleaning(world: World, page: Page, visit: Visit = pass): Promise<string> {
  const { t } = world;
  await describe(world, page, visit);
  await placeAndTime(world, page, visit);
  await expect(page).toHaveURL(/\/price$/);
  await expect(page.getByText(t.wizard.total)).toBeVisible();
  await visit(page, "wizard: price");
  await page.getByRole("button", { name: t.wizard.nextContract }).click();
  await expect(page).toHaveURL(/\/contract$/);
  const sign = page.getByRole("button", { name: t.wizard.sign });
  await expect(sign).toBeEnabled();
  await visit(page, "wizard: contract");
  await sign.click();
  await payAtGateway(world, page, visit);
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
  await expect(page.getByText(t.order.matching).first()).toBeVisible();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
