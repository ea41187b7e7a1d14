import { createLingongClient, type LingongClient } from "@lingong/client";
import type { AppName } from "@lingong/contracts";
import { checkIdentityNumber, defaultPolicy, type Position } from "@lingong/domain";
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

/** A well-formed ID number of somebody grown up: district, birthday, sequence and its check character. */
function newIdentityNumber(): string {
  const sequence = String(Math.floor(Math.random() * 1_000)).padStart(3, "0");
  const numbers = [..."0123456789X"].map((check) => `31011519850312${sequence}${check}`);
  const valid = numbers.find((number) => checkIdentityNumber(number, "2026-01-01", defaultPolicy.access.ageLeast).ok);
  if (valid === undefined) throw new Error("no identity number could be made");
  return valid;
}

/** A new worker outside any browser: confirmed, a cleaner, and online at home until the test ends. @returns the number. */
export async function newWorker(world: World, realName: string, at: Position): Promise<string> {
  const client = world.clientOf("worker");
  const phone = newPhone();
  await client.api.accounts.requestCode.mutate({ phone });
  const { token } = await client.api.accounts.signInWithCode.mutate({ phone, code: await readCode(world, phone), transport: "bearer" });
  client.setToken(token ?? undefined);
  const who = { realName, idNumber: newIdentityNumber(), consent: true, kind: "individual" } as const;
  await client.api.accounts.registerWorker.mutate({ ...who, categoryIds: ["daily_cleaning"], tags: [], home: at, radiusKm: 12, cityId: "shanghai" });
  const verified = async () => (await client.api.accounts.me.query()).worker?.verification.state;
  await expect.poll(verified, "the identity check is done").toBe("verified");
  await client.api.workers.setOnline.mutate({ online: true, position: at });
  world.atEnd(() => client.api.workers.setOnline.mutate({ online: false }));
  return phone;
}

/** Signs up a new customer by the sign-in page; ends on the home. @returns the number. */
export async function signUpCustomer(world: World, page: Page, phone = newPhone()): Promise<string> {
  await page.goto("/sign-in");
  await enterPhoneAndCode(world, page, phone);
  await expect(page.getByRole("link", { name: world.t.customer.account })).toBeVisible();
  return phone;
}

/** A seeded worker by the code they always get, a new one by the code that was sent. */
export async function signInWorker(world: World, page: Page, phone: string): Promise<void> {
  await page.goto("/worker/sign-in");
  const seeded = phone === demo.cleaner.phone || phone === demo.otherCleaner.phone;
  await enterPhoneAndCode(world, page, phone, seeded ? demoCode : undefined);
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
