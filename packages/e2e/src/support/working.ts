import { MINUTE } from "@lingong/domain";
import type { Page } from "@playwright/test";
import { sessionClient } from "./people.ts";
import { expect, type World } from "./world.ts";

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
