import { setTimeout as wait } from "node:timers/promises";
import { createLingongClient, isUncertain, type LingongClient } from "@lingong/client";
import type { AppName, TermsInput } from "@lingong/contracts";
import { identityCheckCharacter, type Position } from "@lingong/domain";

/** 上海，浦东新区 */
export const home: Position = { lat: 31.2198, lng: 121.5372 };

let people = 0;

/** A number of nobody's phone; each test process counts its own. */
function newPhone(): string {
  people += 1;
  return `172${String(process.pid % 1_000).padStart(3, "0")}${String(people).padStart(5, "0")}`;
}

let identities = 0;

/** A well-formed ID number of an adult, another for each call. */
function newIdNumber(): string {
  identities += 1;
  const [year, month, day] = [1970 + (identities % 30), 1 + (identities % 12), 1 + (identities % 28)];
  const first = `310115${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}${String(identities % 1_000).padStart(3, "0")}`;
  return `${first}${identityCheckCharacter(first)}`;
}

/** Tries again while it is uncertain whether it happened: a server is being killed under these clients. */
export async function insist<Value>(call: () => Promise<Value>, forMs = 300_000): Promise<Value> {
  const until = performance.now() + forMs;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!isUncertain(error) || performance.now() > until) throw error;
      await wait(400 + Math.random() * 400);
    }
  }
}

/** Resolves at the next thing a client hears, or after a while: what a screen does instead of asking all the time. */
export function nextHint(client: LingongClient, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      for (const end of ends) end();
      resolve();
    };
    const timer = setTimeout(done, withinMs);
    const ends = [client.live.on("hint", done), client.live.on("refetch", done)];
  });
}

export interface Waiting {
  readonly forMs?: number;
  /** What to do between two questions; absent: wait a moment. */
  readonly pause?: () => Promise<unknown>;
}

/** Asks until the answer is there. */
export async function until<Value>(what: string, ask: () => Promise<Value | null | undefined | false>, waiting: Waiting = {}): Promise<Value> {
  const { forMs = 30_000, pause = () => wait(100) } = waiting;
  const end = performance.now() + forMs;
  for (;;) {
    const answer = await insist(ask);
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await pause();
  }
}

/** Somebody new in an app, with a session and no more. */
export async function signUp(url: string, app: AppName): Promise<LingongClient> {
  const client = createLingongClient({ url, app });
  const phone = newPhone();
  await client.api.accounts.requestCode.mutate({ phone });
  const [message] = await client.api.development.inbox.query({ phone });
  const { token } = await client.api.accounts.signInWithCode.mutate({ phone, code: message?.code ?? "", transport: "bearer", cityId: "shanghai" });
  client.setToken(token ?? undefined);
  return client;
}

/** The same person at another server process. */
export function atServer(client: LingongClient, url: string): LingongClient {
  const other = createLingongClient({ url, app: client.app });
  other.setToken(client.token());
  return other;
}

export function signUpCustomer(url: string): Promise<LingongClient> {
  return signUp(url, "customer");
}

export interface NewWorker {
  readonly at: Position;
  readonly radiusKm: number;
}

/** Registers as a cleaner, waits to be verified, and goes online at their place. */
export async function becomeWorker(client: LingongClient, { at, radiusKm }: NewWorker): Promise<LingongClient> {
  await client.api.accounts.registerWorker.mutate({
    realName: "试用人",
    idNumber: newIdNumber(),
    consent: true,
    kind: "individual",
    categoryIds: ["daily_cleaning"],
    tags: [],
    radiusKm,
    travelMode: "ebike",
    home: at,
    cityId: "shanghai",
  });
  await until("the identity check", async () => (await client.api.accounts.me.query()).worker?.verification.state === "verified");
  // The tests run at any hour: first visits at night are asked only of those who want them (§6).
  await client.api.workers.updateSettings.mutate({ nightFirstVisits: true });
  await client.api.workers.setOnline.mutate({ online: true, position: at });
  return client;
}

/** A cleaner, registered and verified, online at their place. */
export async function signUpWorker(url: string, worker: NewWorker): Promise<LingongClient> {
  return becomeWorker(await signUp(url, "worker"), worker);
}

/** Two hours of cleaning at home. @param startsAt null: as soon as possible. */
export function cleaning(startsAt: number | null, rateFenPerHour = 5_000): TermsInput {
  return {
    cityId: "shanghai",
    categoryId: "daily_cleaning",
    scope: [
      { key: "area", value: 80 },
      { key: "layout", value: "two_rooms" },
      { key: "focus", value: ["kitchen_grease"] },
    ],
    address: { district: "浦东新区", line: "世纪大道 100 号 3 栋 1201", accessNotes: "", position: home },
    startsAt: startsAt === null ? null : new Date(startsAt).toISOString(),
    bookedMinutes: 120,
    rateFenPerHour,
  };
}

/** Places an order and asks for its payment. @returns its id. */
export async function placeOrder(customer: LingongClient, terms: TermsInput): Promise<string> {
  const key = crypto.randomUUID();
  const { orderId, termsHash } = await insist(() => customer.api.orders.createDraft.mutate({ idempotencyKey: key, terms }));
  await insist(() => customer.act(orderId, { type: "place", termsHash }));
  return orderId;
}

/** Pays what an order waits for at the gateway's page, and waits until the webhook has been booked. */
export async function pay(customer: LingongClient, orderId: string): Promise<void> {
  const { payments } = await insist(() => customer.api.orders.get.query({ orderId }));
  const payment = payments.find(({ state }) => state === "awaited");
  if (payment === undefined) return;
  const { url } = await insist(() => customer.api.orders.checkout.mutate({ orderId, paymentId: payment.id }));
  const page = new URL(url);
  await insist(async () => {
    const answer = await fetch(`${page.origin}${page.pathname}/pay`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", accept: "application/json" },
      body: new URLSearchParams({ action: "pay", method: "wallet" }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok && answer.status !== 409) throw new Error(`the gateway answered ${answer.status}`);
  });
  const captured = async () =>
    (await customer.api.orders.get.query({ orderId })).payments.some(({ id, state }) => id === payment.id && state === "captured");
  await until("the payment's webhook", captured, {
    forMs: 180_000,
    pause: () => (customer.live.state() === "live" ? nextHint(customer, 1_000) : wait(200)),
  });
}

/** Places and pays. */
export async function order(customer: LingongClient, terms: TermsInput): Promise<string> {
  const orderId = await placeOrder(customer, terms);
  await pay(customer, orderId);
  return orderId;
}

/** Works through a list, so many at a time; answers in the list's order. */
export async function inParallel<Item, Answer>(
  most: number,
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = new Array(items.length);
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < items.length; index = next++) answers[index] = await work(items[index] as Item, index);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane));
  return answers;
}
