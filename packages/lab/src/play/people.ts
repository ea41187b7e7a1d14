import { createLingongClient, type LingongClient, refusalOf } from "@lingong/client";
import type { AppName, DemoAccountView } from "@lingong/contracts";
import { checkIdentityNumber, defaultPolicy } from "@lingong/domain";
import { Refusal } from "../command.ts";
import { until } from "./until.ts";

/** Who orders, as they call themselves. */
export interface NewCustomer {
  readonly name: string;
  readonly salutation: "ms" | "mr";
}

/** Who works: what a person hands in when they register, and where they live. */
export interface NewWorker {
  readonly realName: string;
  readonly kind: "individual" | "team";
  readonly crewSize?: number | undefined;
  readonly categoryIds: string[];
  readonly tags: string[];
  readonly home: { readonly lat: number; readonly lng: number };
  readonly travelMode?: "ebike" | "car" | "transit" | undefined;
}

/** How often somebody asks for another ID number before it must be something else. */
const identityTries = 5;

const drawn = new Set<string>();

/** Draws until something comes that this run has not drawn: of two thousand people some would else share a number. */
function neverDrawn(draw: () => string): string {
  for (;;) {
    const one = draw();
    if (drawn.has(one)) continue;
    drawn.add(one);
    return one;
  }
}

/** A phone number nobody has: a range of its own, drawn at random so that each run brings new people. */
function newPhone(): string {
  return neverDrawn(() => `170${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`);
}

/** A well-formed ID number of an adult, drawn at random: district, birth date, sequence and its check character. */
function drawIdentityNumber(): string {
  const sequence = String(Math.floor(Math.random() * 1_000)).padStart(3, "0");
  const born = `${1965 + Math.floor(Math.random() * 35)}${String(1 + Math.floor(Math.random() * 12)).padStart(2, "0")}${String(1 + Math.floor(Math.random() * 28)).padStart(2, "0")}`;
  const valid = [..."0123456789X"]
    .map((check) => `310115${born}${sequence}${check}`)
    .find((number) => checkIdentityNumber(number, "2026-01-01", defaultPolicy.access.ageLeast).ok);
  if (valid === undefined) throw new Refusal("no identity number could be made");
  return valid;
}

/** Signs in by phone and code, as a person does: the code is read from the development inbox. */
async function signInByCode(url: string, app: AppName, phone: string, knownCode?: string): Promise<LingongClient> {
  const client = createLingongClient({ url, app });
  await client.api.accounts.requestCode.mutate({ phone });
  const code = knownCode ?? (await client.api.development.inbox.query({ phone: `+86${phone}` })).find((message) => message.code !== null)?.code;
  if (code == null) throw new Refusal("no code arrived in the development inbox");
  const { token } = await client.api.accounts.signInWithCode.mutate({ phone, code, transport: "bearer" });
  client.setToken(token ?? undefined);
  client.live.connect();
  await until("the live connection", () => client.live.state() === "live");
  return client;
}

/** A new customer. */
export async function joinAsCustomer(url: string, person: NewCustomer, cityId: string): Promise<LingongClient> {
  const client = await signInByCode(url, "customer", newPhone());
  await client.api.accounts.updateProfile.mutate({ displayName: person.name, salutation: person.salutation, cityId });
  return client;
}

/** Registers under an ID number of their own; people of an earlier run on the same server may have the one that was drawn. */
async function register(client: LingongClient, worker: NewWorker, cityId: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const idNumber = neverDrawn(drawIdentityNumber);
    try {
      await client.api.accounts.registerWorker.mutate({ ...worker, idNumber, consent: true, radiusKm: 12, cityId });
      return;
    } catch (error) {
      if (refusalOf(error)?.code !== "identity_taken" || tries === identityTries) throw error;
    }
  }
}

/** A new worker: real name and ID number handed in, checked by the identity provider, then online at home. */
export async function joinAsWorker(url: string, worker: NewWorker, cityId: string): Promise<LingongClient> {
  const client = await signInByCode(url, "worker", newPhone());
  await register(client, worker, cityId);
  await until("the identity check", async () => (await client.api.accounts.me.query()).worker?.verification.state === "verified");
  await client.api.workers.setOnline.mutate({ online: true, position: worker.home });
  return client;
}

/** One of the demo data's people. */
export async function joinAsDemo(url: string, account: DemoAccountView): Promise<LingongClient> {
  if (account.password === null) return signInByCode(url, account.app, account.phone, account.code);
  const client = createLingongClient({ url, app: account.app });
  await client.api.accounts.requestCode.mutate({ phone: account.phone });
  const { token } = await client.api.accounts.signInWithPassword.mutate({
    phone: account.phone,
    password: account.password,
    code: account.code,
    transport: "bearer",
  });
  client.setToken(token ?? undefined);
  client.live.connect();
  await until("the live connection", () => client.live.state() === "live");
  return client;
}
