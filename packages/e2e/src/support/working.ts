import { HOUR, MINUTE } from "@lingong/domain";
import type { Page } from "@playwright/test";
import { goOnline, sessionClient, signInWorker, signUpCustomer } from "./people.ts";
import { payForOrder } from "./prepared-order.ts";
import { expect, home, type World } from "./world.ts";

/** When an order is to begin, as its customer's own session is told. */
export async function startOf(customer: Page, orderId: string): Promise<number> {
  const client = await sessionClient(customer, "customer");
  const { workingStart, startsAt } = await client.api.orders.get.query({ orderId });
  client.close();
  const start = workingStart ?? startsAt;
  if (start === null) throw new Error("the order has no start");
  return Date.parse(start);
}

/** Accepts the offer that has taken the worker's screen; ends on the job. */
export async function acceptOffer({ t }: World, worker: Page, name: RegExp = t.worker.acceptAny): Promise<void> {
  await worker.getByRole("button", { name }).click();
  await expect(worker).toHaveURL(/\/worker\/jobs\/[0-9a-f-]{36}$/);
}

/** One tap on the job's bar. */
export async function takeStep(worker: Page, name: string | RegExp): Promise<void> {
  await worker.getByRole("button", { name, exact: true }).click();
}

/** Half an hour before the start: late enough to leave, early enough to be on time. */
export async function timeToLeave({ clock }: World, start: number): Promise<void> {
  await clock.advanceTo(start - 30 * MINUTE);
}

/** A picture of one pixel: what counts is that it arrives, and whose eyes it reaches. */
export const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** Both signed in, two hours paid, accepted and under way. @returns the order's id. */
export async function workUnderWay(world: World, customer: Page, worker: Page, workerPhone: string): Promise<string> {
  const now = await world.clock.morning();
  await Promise.all([signInWorker(world, worker, workerPhone), signUpCustomer(world, customer)]);
  await goOnline(world, worker);
  const orderId = await payForOrder(world, await sessionClient(customer, "customer"), now + 100 * MINUTE);
  await acceptOffer(world, worker);
  const start = await startOf(customer, orderId);
  const hands = await sessionClient(worker, "worker");
  await timeToLeave(world, start);
  await hands.act(orderId, { type: "depart" });
  await hands.act(orderId, { type: "arrive", position: { lat: home.latitude, lng: home.longitude } });
  await world.clock.advanceTo(start);
  await hands.act(orderId, { type: "start", headcount: 1 });
  hands.close();
  return orderId;
}

/** Two hours worked and finished: a bill of ¥100.00. @returns the order's id. */
export async function finishedWork(world: World, customer: Page, worker: Page, workerPhone: string): Promise<string> {
  const orderId = await workUnderWay(world, customer, worker, workerPhone);
  await world.clock.advance(2 * HOUR);
  const hands = await sessionClient(worker, "worker");
  await hands.act(orderId, { type: "finish", reason: "done", doneAddOnIds: [] });
  hands.close();
  return orderId;
}
