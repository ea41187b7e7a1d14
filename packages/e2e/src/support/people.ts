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

/** A Node client signed in by a code: a seeded worker's, or the one that was sent. */
async function signInByCode(world: World, app: AppName, phone: string): Promise<LingongClient> {
  const client = world.clientOf(app);
  const seeded = app === "worker" && (phone === demo.cleaner.phone || phone === demo.otherCleaner.phone);
  await client.api.accounts.requestCode.mutate({ phone });
  const code = seeded ? demoCode : await readCode(world, phone);
  const { token } = await client.api.accounts.signInWithCode.mutate({ phone, code, transport: "bearer", locale: world.language });
  client.setToken(token ?? undefined);
  return client;
}

/** A new customer outside any browser, with a session of their own. */
export async function newCustomerClient(world: World): Promise<LingongClient> {
  return signInByCode(world, "customer", newPhone());
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
  const phone = newPhone();
  const client = await signInByCode(world, "worker", phone);
  const who = { realName, idNumber: newIdentityNumber(), consent: true, kind: "individual" } as const;
  await client.api.accounts.registerWorker.mutate({ ...who, categoryIds: ["daily_cleaning"], tags: [], home: at, radiusKm: 12, cityId: "shanghai" });
  const verified = async () => (await client.api.accounts.me.query()).worker?.verification.state;
  await expect.poll(verified, "the identity check is done").toBe("verified");
  await client.api.workers.setOnline.mutate({ online: true, position: at });
  world.atEnd(() => client.api.workers.setOnline.mutate({ online: false }));
  return phone;
}

/** Opens an app in a browser in the session of a Node client, as if its person had signed in here some day. */
async function openSignedIn({ url }: World, page: Page, client: LingongClient, path: string): Promise<void> {
  const value = client.token();
  if (value === undefined) throw new Error("nobody is signed in");
  await page.context().addCookies([{ name: `lingong_${client.app}`, value, url, httpOnly: true, sameSite: "Lax" }]);
  await page.goto(path);
}

/** A new customer, on the home. The sign-in page has its own journeys. @returns the number. */
export async function signUpCustomer(world: World, page: Page): Promise<string> {
  const phone = newPhone();
  await openSignedIn(world, page, await signInByCode(world, "customer", phone), "/");
  await expect(page.getByRole("link", { name: world.t.customer.account })).toBeVisible();
  return phone;
}

/** A worker, on their day. */
export async function signInWorker(world: World, page: Page, phone: string): Promise<void> {
  await openSignedIn(world, page, await signInByCode(world, "worker", phone), "/worker/");
  await expect(page.getByRole("switch", { name: world.t.worker.switch })).toBeVisible();
}

/** One of the seeded admins, on the overview. */
export async function signInAdmin(world: World, page: Page, phone: string): Promise<void> {
  const client = world.clientOf("admin");
  await client.api.accounts.requestCode.mutate({ phone });
  const { token } = await client.api.accounts.signInWithPassword.mutate({ phone, password: demoPassword, code: demoCode, transport: "bearer" });
  client.setToken(token ?? undefined);
  await openSignedIn(world, page, client, "/admin/");
  await expect(page.getByRole("heading", { name: world.t.admin.overview, level: 1 })).toBeVisible();
}

/** Signs up a new customer by the sign-in page; ends on the home. */
export async function signUpCustomerByHand(world: World, page: Page): Promise<void> {
  await page.goto("/sign-in");
  await enterPhoneAndCode(world, page, newPhone());
  await expect(page.getByRole("link", { name: world.t.customer.account })).toBeVisible();
}

/** A seeded worker signs in by the sign-in page. */
export async function signInWorkerByHand(world: World, page: Page, phone: string): Promise<void> {
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

/** A seeded admin signs in by the sign-in page: password, then code. */
export async function signInAdminByHand(world: World, page: Page, phone: string): Promise<void> {
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
