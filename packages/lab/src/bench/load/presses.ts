import { setTimeout as pause } from "node:timers/promises";
import type { LingongClient } from "@lingong/client";
import type { TermsInput } from "@lingong/contracts";
import { payAtPage } from "../../play/checkout.ts";
import { placeOrder } from "../job.ts";
import { jobAmong } from "./ground.ts";
import { now } from "./messages.ts";

/** Something to be pressed once; what comes of it is heard by the id. */
export interface Press {
  readonly id: string;
  press(): Promise<void>;
}

/** When each was pressed. A press that failed has none. */
export type Pressed = ReadonlyMap<string, number>;

/**
 * Presses at a steady rate, whether or not the earlier ones have been answered: a city does not wait for its server. Resolves when
 * all have been answered.
 */
export async function pressAll(presses: readonly Press[], perSecond: number): Promise<{ readonly pressed: Pressed; readonly failed: number }> {
  const pressed = new Map<string, number>();
  const began = now();
  let failed = 0;
  await Promise.all(
    presses.map(async ({ id, press }, index) => {
      await pause(Math.max(0, began + (index * 1_000) / perSecond - now()));
      pressed.set(id, now());
      await press().catch(() => {
        failed += 1;
        pressed.delete(id);
      });
    }),
  );
  return { pressed, failed };
}

/** Does something for each of so many numbers, a few at once. */
async function several<Value>(count: number, atOnce: number, work: (number: number) => Promise<Value>): Promise<Value[]> {
  const done: Value[] = [];
  let next = 0;
  const take = async () => {
    while (next < count) {
      next += 1;
      done.push(await work(next - 1));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, take));
  return done;
}

const atOnce = 6;

/** Orders of ours that wait for their payment, spread over the city; pressing pays at the gateway's page. */
export function prepareOrders(customer: LingongClient, job: TermsInput, { count, workers, from }: { count: number; workers: number; from: number }) {
  return several(count, atOnce, async (number): Promise<Press> => {
    const { orderId, payPage } = await placeOrder(customer, jobAmong(job, from + number, workers));
    return { id: orderId, press: () => payAtPage(payPage) };
  });
}

/** Ends the orders of a phase: their offers are void, and who looked at them is free again. */
export async function endOrders(customer: LingongClient, presses: readonly Press[]): Promise<void> {
  await several(presses.length, atOnce, async (number) => {
    const press = presses[number];
    if (press !== undefined) await customer.actBriefly(press.id, { type: "cancel", reason: "measured" }).catch(() => undefined);
  });
}

/** The same at the bare server: one request that inserts and emits. */
export function bareOrders(bareUrl: string, job: TermsInput, { count, workers }: { count: number; workers: number }): Press[] {
  return Array.from({ length: count }, (_, number) => {
    const orderId = crypto.randomUUID();
    const body = JSON.stringify({ orderId, worker: (number * 617) % workers, terms: jobAmong(job, number, workers) });
    const press = async () => {
      const response = await fetch(`${bareUrl}/orders`, { method: "POST", body, signal: AbortSignal.timeout(10_000) });
      if (!response.ok) throw new Error(`the bare server answered ${response.status}`);
      await response.body?.cancel();
    };
    return { id: orderId, press };
  });
}
