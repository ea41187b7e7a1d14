import type { LingongClient } from "@lingong/client";
import type { OrderCommand, OrderView } from "@lingong/contracts";
import type { Position } from "@lingong/domain";
import { placeOrder } from "../bench/job.ts";
import { payAtPage } from "../play/checkout.ts";
import { tried } from "../storm/tally.ts";
import type { CityWorker, KnownOrder, LivingCity } from "./living-city.ts";
import { isAtWork, type PlannedOrder } from "./plan.ts";
import type { OrderFate } from "./report.ts";

const minute = 60_000;
const never = () => false;

/** A customer writes an order down, signs and pays it; now and then they change their mind. */
export async function order(city: LivingCity, { terms, cancels }: PlannedOrder): Promise<void> {
  const { chance, tally, known, deeds, now } = city;
  const customer = chance.pick(city.customers);
  if (customer === undefined) return;
  const placed = await tried(tally, "place", never, () => placeOrder(customer, terms));
  if (placed === null) return;
  const { orderId, payPage } = placed;
  known.set(orderId, { customer, place: terms.address?.position ?? null, fate: { placedAt: now, acceptedAt: null, end: "waiting" } });
  await tried(tally, "pay", never, () => payAtPage(payPage));
  if (cancels) deeds.plan(now + chance.between(1, 12) * minute, 0, () => cancel(city, orderId));
}

async function cancel({ tally, known }: LivingCity, orderId: string): Promise<void> {
  const order = known.get(orderId);
  if (order === undefined) return;
  const done = await tried(tally, "cancel", never, () => order.customer.act(orderId, { type: "cancel", reason: "计划有变" }));
  if (done !== null) order.fate.end = "cancelled";
}

/** A worker hears of an offer and answers it after a look, each in their own way. */
export function listen(city: LivingCity, worker: CityWorker): void {
  worker.client.live.on("hint", (hint) => {
    if (hint.kind !== "offer") return;
    const { chance } = city;
    if (chance.happens(worker.ignores)) return;
    city.deeds.plan(city.now + chance.between(5, 30) * 1_000, 0, () => answer(city, worker, hint.id));
  });
}

async function answer(city: LivingCity, worker: CityWorker, offerId: string): Promise<void> {
  const { chance, tally } = city;
  const { api } = worker.client;
  const offer = await tried(tally, "read the offer", never, () => api.offers.get.query({ offerId }));
  if (offer === null || offer.state !== "open") return;
  const idempotencyKey = crypto.randomUUID();
  if (chance.happens(worker.declines)) {
    await tried(tally, "decline", never, () => api.offers.decline.mutate({ offerId, idempotencyKey }));
    return;
  }
  const accepted = await tried(tally, "accept", never, () => api.offers.accept.mutate({ offerId, idempotencyKey, contractHash: offer.contractHash }));
  if (accepted !== null) begin(city, worker, accepted.order);
}

/** A worker without work looks into the hall, when somebody has waited there for a while, and takes what is nearest. */
export async function lookIntoHall(city: LivingCity, worker: CityWorker): Promise<void> {
  const { chance, tally, now, known } = city;
  const { api } = worker.client;
  if (!isAtWork(worker, now) || worker.busyUntil > now || ![...known.values()].some(({ fate }) => waitsInHall(fate, now))) return;
  const hall = await tried(tally, "read the hall", never, () => api.hall.list.query({ sort: "distance", limit: 5 }));
  const nearest = hall?.items.find(({ quoting }) => quoting === null);
  if (nearest === undefined || chance.happens(worker.declines)) return;
  const job = await tried(tally, "read a job of the hall", never, () => api.hall.get.query({ orderId: nearest.orderId }));
  if (job === null) return;
  const take = () => api.hall.take.mutate({ orderId: nearest.orderId, idempotencyKey: crypto.randomUUID(), contractHash: job.contractHash });
  const taken = await tried(tally, "take from the hall", never, take);
  if (taken !== null) begin(city, worker, taken.order);
}

function waitsInHall({ end, placedAt }: OrderFate, now: number): boolean {
  return end === "waiting" && now - placedAt > 2 * minute;
}

/** Where the worker's phone says they are. */
interface Sighting {
  readonly type: "seen";
  readonly position: Position;
}

/** A step of the work: how long after the accept, and what is done. */
type Step = readonly [after: number, what: OrderCommand | Sighting];

/** On the way, and there: two sightings, none of an order at no place. */
function sightings({ place: from }: CityWorker, to: Position | null, arrival: number): readonly Step[] {
  if (to === null) return [];
  const between = { lat: (from.lat + to.lat) / 2, lng: (from.lng + to.lng) / 2 };
  return [
    [arrival / 2, { type: "seen", position: between }],
    [arrival - minute, { type: "seen", position: to }],
  ];
}

/** Plans the work that follows an accept: the way there, the work, its confirmation. Who fails to come is waited for in vain. */
function begin(city: LivingCity, worker: CityWorker, { id, workingStart, terms: { bookedMinutes, headcount } }: OrderView): void {
  const { chance, now } = city;
  const known = city.known.get(id);
  if (known === undefined) return;
  known.fate.acceptedAt = now;
  known.fate.end = chance.happens(worker.failsToCome) ? "no_show" : "working";
  worker.busyUntil = now + (bookedMinutes + 60) * minute;
  const start = workingStart === null ? 30 * minute : Math.max(10 * minute, Date.parse(workingStart) - worker.client.clock.now());
  const steps: readonly Step[] = [
    [minute, { type: "depart" }],
    ...sightings(worker, known.place, start - 2 * minute),
    [start - 2 * minute, { type: "arrive", position: null, headcount }],
    [start + chance.between(0, 3) * minute, { type: "start", headcount }],
    [start + (bookedMinutes + chance.between(-5, 5)) * minute, { type: "finish", reason: "done", doneAddOnIds: [] }],
  ];
  follow(city, worker, { ...known, id, since: now }, steps);
}

/** Takes one step after the other at its time, as long as the order is still on. */
function follow(
  city: LivingCity,
  worker: CityWorker,
  order: KnownOrder & { readonly id: string; readonly since: number },
  [next, ...others]: readonly Step[],
): void {
  if (next === undefined) return;
  const { chance, tally, deeds } = city;
  const { id, since, fate, customer } = order;
  const [after, what] = next;
  deeds.plan(since + after, 0, async () => {
    if (fate.end !== "working") return;
    const done = await tried(tally, what.type, never, async () => (what.type === "seen" ? seen(worker, what) : worker.client.act(id, what)));
    if (done === null && what.type !== "seen") return;
    follow(city, worker, order, others);
    if (what.type !== "finish") return;
    fate.end = "completed";
    // The others leave it to the clock.
    if (chance.happens(0.8)) deeds.plan(city.now + 5 * minute, 0, () => confirm(city, customer, id));
  });
}

async function seen(worker: CityWorker, { position }: Sighting): Promise<void> {
  worker.place = position;
  await worker.client.api.workers.reportPosition.mutate({ position });
}

async function confirm({ tally }: LivingCity, customer: LingongClient, orderId: string): Promise<void> {
  await tried(tally, "confirm", never, () => customer.act(orderId, { type: "confirm" }));
}
