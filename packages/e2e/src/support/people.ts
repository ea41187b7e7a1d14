import { createLingongClient, type LingongClient } from "@lingong/client";
import type { AppName } from "@lingong/contracts";
import type { Page } from "@playwright/test";
import { expect, type World } from "./world.ts";

/** The seeded people's code, and the admins' password: see the list that a development server prints. */
const demoCode = "246810";
const demoPassword = "Banshichu7-demo";

/** Seeded people of Shanghai that these tests play. */
export const demo = {
  cleaner: { phone: "13900139001", name: "周桂芳" },
  otherCleaner: { phone: "13900139004", name: "丁海燕" },
  operator: { phone: "13700137001", name: "林珊" },
  arbitrators: [
    { phone: "13700137002", name: "高原" },
    { phone: "13700137003", name: "许宁" },
    { phone: "13700137004", name: "苏航" },
  ],
} as const;

/** A number that nobody has. */
export function newPhone(): string {
  return `170${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;
}

/** The newest code that was sent to a number, as its owner reads it on the phone. */
async function readCode({ clientOf }: World, phone: string): Promise<string> {
  const messages = await clientOf("customer").api.development.inbox.query({ phone: `+86${phone}` });
  const code = messages.find((message) => message.code !== null)?.code;
  if (code == null) throw new Error("no code arrived in the development inbox");
  return code;
}

/** Number and code in the form that is on screen, up to the press that signs in. */
export async function enterPhoneAndCode(world: World, page: Page, phone: string, knownCode?: string): Promise<void> {
  const { t } = world;
  await page.getByRole("textbox", { name: t.common.phone }).fill(phone);
  await page.getByRole("button", { name: t.signIn.send }).click();
  const boxes = page.getByRole("textbox", { name: t.common.code });
  await expect(boxes).toBeVisible();
  await boxes.fill(knownCode ?? (await readCode(world, phone)));
}

/** A new customer outside any browser, with a session of their own. */
export async function newCustomerClient(world: World): Promise<LingongClient> {
  const client = world.clientOf("customer");
  const phone = newPhone();
  await client.api.accounts.requestCode.mutate({ phone });
  const { token } = await client.api.accounts.signInWithCode.mutate({ phone, code: await readCode(world, phone), transport: "bearer" });
  client.setToken(token ?? undefined);
  return client;
}

/** Signs up a new customer by the sign-in page; ends on the home. @returns the number. */
export async function signUpCustomer(world: World, page: Page, phone = newPhone()): Promise<string> {
  await page.goto("/sign-in");
  await enterPhoneAndCode(world, page, phone);
  await expect(page.getByRole("link", { name: world.t.customer.account })).toBeVisible();
  return phone;
}

export async function signInWorker(world: World, page: Page, phone: string): Promise<void> {
  await page.goto("/worker/sign-in");
  await enterPhoneAndCode(world, page, phone, demoCode);
  await expect(page.getByRole("switch", { name: world.t.worker.switch })).toBeVisible();
}

/** Switches on; whoever is online is so for this test only. */
export async function goOnline(world: World, page: Page): Promise<void> {
  const online = page.getByRole("switch", { name: world.t.worker.switch });
  const client = await sessionClient(page, "worker");
  world.atEnd(async () => {
    await client.api.workers.setOnline.mutate({ online: false });
    client.close();
  });
  await expect(online).not.toBeChecked();
  await online.press("Space");
  await expect(page.getByRole("heading", { name: world.t.worker.online, exact: true })).toBeVisible();
  await expect(online).toBeChecked();
}

export async function signInAdmin(world: World, page: Page, phone: string): Promise<void> {
  const { t } = world;
  await page.goto("/admin/sign-in");
  await page.getByRole("textbox", { name: t.common.phone }).fill(phone);
  await page.getByRole("textbox", { name: t.signIn.password, exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: t.admin.next }).click();
  await page.getByRole("textbox", { name: t.common.code }).fill(demoCode);
  await expect(page.getByRole("heading", { name: t.admin.overview, level: 1 })).toBeVisible();
}

/** A Node client in the session that a page is signed in with: for what tests prepare or clear up, never for what they show. */
export async function sessionClient(page: Page, app: AppName): Promise<LingongClient> {
  const cookies = await page.context().cookies();
  const token = cookies.find((cookie) => cookie.name === `lingong_${app}`)?.value;
  if (token === undefined) throw new Error(`nobody is signed in to the ${app} app`);
  return createLingongClient({ url: new URL(page.url()).origin, app, token });
}
