import type { LingongClient } from "@lingong/client";
import type { OrderCommand, OrderCommandType, OrderView, TermsInput } from "@lingong/contracts";
import type { Chance } from "../chance.ts";
import type { Cast, Player } from "./cast.ts";
import { commandOf, commandTypes } from "./commands.ts";
import { type Tally, tried } from "./tally.ts";

/** An order somebody has placed, and who has had to do with it. */
export interface Known {
  readonly orderId: string;
  readonly customer: Player;
  readonly workers: Player[];
}

/** What a player of the storm needs to do something. */
export interface Doing {
  readonly cast: Cast;
  readonly chance: Chance;
  readonly tally: Tally;
  readonly known: Known[];
  /** Whether a call may fail now without anybody's fault: something was just killed. */
  readonly mayFail: () => boolean;
  readonly clock: { moving: boolean };
}

const hour = 3_600_000;
/** Of the orders known, these are still likely to move. */
const recent = 60;

function anyKnown({ known, chance }: Doing): Known | undefined {
  return chance.happens(0.9) ? chance.pick(known.slice(-recent)) : chance.pick(known);
}

async function view(client: LingongClient, orderId: string): Promise<OrderView | null> {
  return client.api.orders.get.query({ orderId }).catch(() => null);
}

function termsBy({ cast, chance }: Doing): TermsInput {
  const soon = chance.happens(0.5);
  const direct = chance.happens(0.15) ? chance.pick(cast.workers) : undefined;
  const at = Math.ceil((cast.operator.clock.now() + chance.between(100, 30 * 60) * 60_000) / 300_000) * 300_000;
  return {
    ...cast.job,
    startsAt: soon ? null : new Date(at).toISOString(),
    bookedMinutes: cast.job.bookedMinutes + 15 * chance.between(0, 8),
    rateFenPerHour: chance.between(5_000, 9_000),
    rematchAfterFault: chance.happens(0.7),
    direct: direct === undefined ? null : { workerId: direct.id, ifRefused: chance.happens(0.5) ? "open" : "refund" },
  };
}

/** A customer writes an order down and signs it. */
async function order(doing: Doing): Promise<void> {
  const { cast, chance, tally, known, mayFail } = doing;
  const customer = chance.pick(cast.customers);
  if (customer === undefined) return;
  const terms = termsBy(doing);
  const idempotencyKey = crypto.randomUUID();
  const draft = () => customer.client.api.orders.createDraft.mutate({ idempotencyKey, terms });
  const drafted = await tried(tally, "createDraft", mayFail, draft);
  if (chance.happens(0.1)) await tried(tally, "createDraft again", mayFail, draft);
  if (drafted === null) return;
  known.push({ orderId: drafted.orderId, customer, workers: [] });
  await tried(tally, "place", mayFail, () => customer.client.act(drafted.orderId, { type: "place", termsHash: drafted.termsHash }));
}

/** How the gateway behaves this time: mostly well. */
function moods(chance: Chance): Readonly<Record<string, string>> {
  const mood = chance.between(0, 19);
  if (mood === 0) return { duplicates: "3" };
  if (mood === 1) return { outOfOrder: "true", duplicates: "1" };
  if (mood === 2) return { captures: "2" };
  if (mood === 3) return { capturedFen: String(chance.between(1, 50_000)) };
  if (mood === 4) return { loseFirstAttempts: "1" };
  if (mood === 5) return { webhookDelayMs: String(chance.between(100, 3_000)) };
  return {};
}

/** A customer pays what an order waits for at the gateway's page, or fails to. */
async function pay(doing: Doing): Promise<void> {
  const { chance, tally, mayFail } = doing;
  const one = anyKnown(doing);
  if (one === undefined) return;
  const { client } = one.customer;
  const awaited = (await view(client, one.orderId))?.payments.find(({ state }) => state === "awaited");
  if (awaited === undefined) return;
  const page = await tried(tally, "checkout", mayFail, () => client.api.orders.checkout.mutate({ orderId: one.orderId, paymentId: awaited.id }));
  if (page === null) return;
  const { origin, pathname } = new URL(page.url);
  const body = new URLSearchParams({ action: chance.happens(0.05) ? "fail" : "pay", method: "wallet", ...moods(chance) });
  const headers = { "content-type": "application/x-www-form-urlencoded", accept: "application/json" };
  await tried(
    tally,
    "pay",
    () => true,
    async () => {
      const response = await fetch(`${origin}${pathname}/pay`, { method: "POST", headers, body, signal: AbortSignal.timeout(10_000) });
      await response.body?.cancel();
    },
  );
}

/** A worker takes an offer, or leaves it. */
async function answerOffer({ cast, chance, tally, known, mayFail }: Doing): Promise<void> {
  const worker = chance.pick(cast.workers);
  if (worker === undefined) return;
  const { api } = worker.client;
  const open = await api.offers.open.query().catch(() => []);
  const offerId = chance.pick(open)?.id;
  if (offerId === undefined) {
    if (chance.happens(0.3)) await api.workers.setOnline.mutate({ online: true, position: cast.job.address?.position }).catch(() => undefined);
    return;
  }
  if (chance.happens(0.1)) {
    await tried(tally, "decline", mayFail, () => api.offers.decline.mutate({ offerId, idempotencyKey: crypto.randomUUID() }));
    return;
  }
  const offer = await api.offers.get.query({ offerId }).catch(() => null);
  if (offer === null) return;
  const idempotencyKey = crypto.randomUUID();
  const accept = () => tried(tally, "accept", mayFail, () => api.offers.accept.mutate({ offerId, idempotencyKey, contractHash: offer.contractHash }));
  const [accepted] = await Promise.all(chance.happens(0.1) ? [accept(), accept()] : [accept()]);
  if (accepted != null) known.find(({ orderId }) => orderId === accepted.order.id)?.workers.push(worker);
}

function clientsOf({ customer, workers }: Known, { cast }: Doing): readonly LingongClient[] {
  return [customer.client, ...workers.map(({ client }) => client), cast.operator, ...cast.arbitrators.map(({ client }) => client)];
}

/** Does it once, or twice at once with one key, as a nervous thumb or a bad network does. */
async function act(doing: Doing, client: LingongClient, orderId: string, command: OrderCommand): Promise<void> {
  const { chance, tally, mayFail } = doing;
  const idempotencyKey = crypto.randomUUID();
  const once = () => tried(tally, command.type, mayFail, () => client.api.orders.act.mutate({ orderId, idempotencyKey, command }));
  await Promise.all(chance.happens(0.1) ? [once(), once()] : [once()]);
}

/** Somebody does one of the things they may do now. */
async function step(doing: Doing): Promise<void> {
  const { cast, chance } = doing;
  const one = anyKnown(doing);
  const client =
    one === undefined
      ? undefined
      : chance.happens(0.85)
        ? chance.pick(clientsOf(one, doing).slice(0, 1 + one.workers.length))
        : chance.pick(clientsOf(one, doing));
  if (one === undefined || client === undefined) return;
  const order = await view(client, one.orderId);
  // Ending an order is always possible: without this, hardly one would live to its work.
  const actions = order?.actions.filter(({ command }) => !ending.has(command) || chance.happens(0.06)) ?? [];
  const action = chance.pick(actions);
  if (order === null || action === undefined) return;
  const making = { order, subjectId: action.subjectId, chance, now: client.clock.now(), arbitratorIds: cast.arbitrators.map(({ id }) => id) };
  const command = commandOf(action.command as OrderCommandType, making);
  await act(doing, client, one.orderId, command.type === "raisePrice" ? await raiseOf(client, one.orderId, command) : command);
}

/** A raise signs the raised terms, whose hash the server tells beforehand. */
async function raiseOf(client: LingongClient, orderId: string, command: Extract<OrderCommand, { type: "raisePrice" }>): Promise<OrderCommand> {
  const preview = await client.api.orders.previewRaise.query({ orderId, rateFenPerHour: command.rateFenPerHour }).catch(() => null);
  return preview === null ? command : { ...command, termsHash: preview.termsHash };
}

const ending = new Set(["cancel", "forceCancel", "withdraw", "askToCancel", "reportNoShow", "openDispute"]);

/** Somebody tries what they may not, or cannot now. */
async function nonsense(doing: Doing): Promise<void> {
  const { cast, chance } = doing;
  const one = anyKnown(doing);
  const type = chance.pick(commandTypes);
  if (one === undefined || type === undefined) return;
  const people = chance.happens(0.7) ? [one.customer, ...one.workers] : [...cast.customers, ...cast.workers];
  const client = chance.pick(people)?.client;
  if (client === undefined) return;
  const order = await view(one.customer.client, one.orderId);
  if (order === null) return;
  const making = { order, subjectId: crypto.randomUUID(), chance, now: client.clock.now(), arbitratorIds: [] };
  await act(doing, client, one.orderId, commandOf(type, making));
}

/** A worker takes money out, twice at once now and then, more than there is now and then. */
async function withdraw({ cast, chance, tally, mayFail }: Doing): Promise<void> {
  const worker = chance.pick(cast.workers);
  const summary = await worker?.client.api.wallet.summary.query().catch(() => null);
  const accountId = summary?.payoutAccounts[0]?.id;
  if (worker === undefined || summary == null || accountId === undefined) return;
  const amountFen = chance.happens(0.2) ? chance.between(1, summary.availableFen + 1_000) : chance.between(100, Math.max(100, summary.availableFen));
  const once = (idempotencyKey: string) =>
    tried(tally, "withdraw", mayFail, () => worker.client.api.wallet.withdraw.mutate({ idempotencyKey, amountFen, accountId }));
  const keys = [crypto.randomUUID(), crypto.randomUUID()];
  await Promise.all(chance.happens(0.2) ? keys.map(once) : keys.slice(1).map(once));
}

/** Somebody sends a webhook that the gateway never signed. */
async function forge({ cast, tally, chance }: Doing): Promise<void> {
  const { url } = cast.operator;
  tally.operations += 1;
  const body = JSON.stringify({ id: "evt_forged", type: "payment.captured", data: { amountFen: chance.between(1, 1_000_000) } });
  const headers = {
    "content-type": "application/json",
    ...(chance.happens(0.5) ? { "x-gateway-signature": "v1=00", "x-gateway-timestamp": String(Date.now()) } : {}),
  };
  const response = await fetch(`${url}/webhooks/payment`, { method: "POST", headers, body, signal: AbortSignal.timeout(10_000) }).catch(() => null);
  if (response !== null && response.status < 400) tally.findings.push(`a forged webhook was answered ${response.status}`);
  tally.refused.forged = (tally.refused.forged ?? 0) + 1;
}

/** Minutes after local midnight in the house's city, which keeps one zone all year. */
function minuteOfDay(now: number): number {
  return Math.floor((now + 8 * hour) / 60_000) % 1_440;
}

/**
 * The clock goes on, over the night at once (nobody is sent to a stranger then): what falls due in between fires. It waits
 * for all to come to rest, which the others do not let it: one moves it at a time, and may be left without an answer.
 */
async function timePasses({ cast, chance, tally, clock }: Doing): Promise<void> {
  if (clock.moving) return;
  clock.moving = true;
  const minute = minuteOfDay(cast.operator.clock.now());
  const isNight = minute >= 19 * 60 || minute < 8 * 60;
  const minutes = isNight ? (8 * 60 + 5 - minute + 1_440) % 1_440 || 1 : chance.between(1, 12);
  const mayTakeLong = () => true;
  await tried(tally, "advanceClock", mayTakeLong, () => cast.operator.api.development.advanceClock.mutate({ byMs: minutes * 60_000 }));
  if (isNight) await cast.renewAdmins().catch(() => undefined);
  clock.moving = false;
}

/** What happens, and how often beside the others. */
const doings: readonly (readonly [(doing: Doing) => Promise<void>, number])[] = [
  [order, 3],
  [pay, 8],
  [answerOffer, 16],
  [step, 56],
  [nonsense, 8],
  [withdraw, 5],
  [forge, 2],
  [timePasses, 3],
];
const total = doings.reduce((sum, [, weight]) => sum + weight, 0);

/** Does something. */
export function doSomething(doing: Doing): Promise<void> {
  let at = doing.chance.next() * total;
  for (const [what, weight] of doings) {
    at -= weight;
    if (at < 0) return what(doing);
  }
  return Promise.resolve();
}
