import type { LingongClient } from "@lingong/client";
import type { TermsInput } from "@lingong/contracts";
import { HOUR, type Instant, MINUTE } from "@lingong/domain";
import { expect, home, type World } from "./world.ts";

const step = 5 * MINUTE;

interface OrderPlace {
  readonly line: string;
  readonly lat: number;
  readonly lng: number;
}

/** Where an order of these tests is, unless told. */
const usualPlace: OrderPlace = { line: "花木路 100 弄 12 号 1202", lat: home.latitude, lng: home.longitude };

/** Two hours of daily cleaning for ¥100.00, near the workers of these tests. */
function terms(startsAt: Instant, { line, ...position } = usualPlace): TermsInput {
  return {
    cityId: "shanghai",
    categoryId: "daily_cleaning",
    scope: [
      { key: "area", value: 89 },
      { key: "layout", value: "two_rooms" },
      { key: "focus", value: ["kitchen_grease"] },
    ],
    address: { district: "浦东新区", line, position },
    startsAt: new Date(Math.ceil(startsAt / step) * step).toISOString(),
    bookedMinutes: 120,
    rateFenPerHour: 5_000,
  };
}

/** An order signed but not paid, for tests whose subject begins there. @returns its id. */
export async function placeOrder(customer: LingongClient, startsAt: Instant, where = usualPlace, wish: Partial<TermsInput> = {}): Promise<string> {
  const wanted = { ...terms(startsAt, where), ...wish };
  const { orderId, termsHash } = await customer.intend({ order: wanted }, (idempotencyKey) =>
    customer.api.orders.createDraft.mutate({ idempotencyKey, terms: wanted }),
  );
  await customer.act(orderId, { type: "place", termsHash });
  return orderId;
}

/** Nobody does the work of a test that is over: left alone, it would be the worker's no-show in the next test's morning. */
export async function callOff(customer: LingongClient, orderId: string): Promise<void> {
  const { actions } = await customer.api.orders.get.query({ orderId });
  if (actions.some(({ command }) => command === "cancel")) await customer.act(orderId, { type: "cancel", reason: "the test is over" });
}

/** A paid order that workers are asked for; called off at the end of the test. @returns its id. */
export async function payForOrder(
  { atEnd }: World,
  customer: LingongClient,
  startsAt: Instant,
  where = usualPlace,
  wish: Partial<TermsInput> = {},
): Promise<string> {
  const orderId = await placeOrder(customer, startsAt, where, wish);
  const { payments } = await customer.api.orders.get.query({ orderId });
  const { url } = await customer.api.orders.checkout.mutate({ orderId, paymentId: payments[0]?.id ?? "" });
  const response = await fetch(`${url.split("?")[0]}/pay`, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({ action: "pay", method: "wallet" }),
  });
  expect(response.ok, "the gateway takes the payment").toBe(true);
  await expect.poll(async () => (await customer.api.orders.get.query({ orderId })).state, "the webhook is booked").toBe("matching");
  atEnd(() => callOff(customer, orderId));
  return orderId;
}

/** The two do an order together from offer to confirmation, outside any browser: they know each other from then on. @returns its id. */
export async function workTogether(world: World, customer: LingongClient, worker: LingongClient, startsAt: Instant): Promise<string> {
  const orderId = await payForOrder(world, customer, startsAt);
  const offerOf = async () => (await worker.api.offers.open.query()).find((offer) => offer.orderId === orderId)?.id ?? "";
  await expect.poll(offerOf, "the worker is asked").not.toBe("");
  const offerId = await offerOf();
  const { contractHash } = await worker.api.offers.get.query({ offerId });
  await worker.intend(["accept", offerId], (idempotencyKey) => worker.api.offers.accept.mutate({ offerId, contractHash, idempotencyKey }));
  const { workingStart } = await worker.api.orders.get.query({ orderId });
  const start = Date.parse(workingStart ?? "");
  await world.clock.advanceTo(start - 30 * MINUTE);
  await worker.act(orderId, { type: "depart" });
  await world.clock.advanceTo(start);
  await worker.act(orderId, { type: "arrive", position: { lat: home.latitude, lng: home.longitude } });
  await worker.act(orderId, { type: "start", headcount: 1 });
  await world.clock.advance(2 * HOUR);
  await worker.act(orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
  await customer.act(orderId, { type: "confirm" });
  return orderId;
}
