import type { LingongClient } from "@lingong/client";
import type { TermsInput } from "@lingong/contracts";
import { Refusal } from "../../command.ts";
import { payAtPage } from "../../play/checkout.ts";
import { placeOrder } from "../job.ts";

/** One customer and the worker they always book: together they play one order after the other. */
export interface Pair {
  readonly customer: LingongClient;
  readonly worker: LingongClient;
  readonly workerId: string;
}

/** What an order went through, in its order. */
export const stages = [
  "draft, place, checkout",
  "pay → offer on the socket",
  "read the offer",
  "accept",
  "depart",
  "arrive",
  "allow early start",
  "start",
  "finish",
  "confirm",
] as const;
export type Stage = (typeof stages)[number];

/** Told how long each stage of an order took. */
export type OnStage = (stage: Stage, milliseconds: number) => void;

const offerWithinMs = 20_000;

/** The id of the next offer on the worker's socket, from now on. */
function nextOffer(worker: LingongClient): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new Refusal("no offer came in time"))), offerWithinMs);
    const forget = worker.live.on("hint", (hint) => {
      if (hint.kind === "offer") end(() => resolve(hint.id));
    });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      forget();
      settle();
    };
  });
}

/** Plays one order from its draft to its confirmation, over the API, the gateway and the worker's socket. */
export async function playLifecycle({ customer, worker, workerId }: Pair, job: TermsInput, onStage: OnStage): Promise<void> {
  const timed = async <Value>(stage: Stage, step: () => Promise<Value>): Promise<Value> => {
    const began = performance.now();
    const value = await step();
    onStage(stage, performance.now() - began);
    return value;
  };
  const terms: TermsInput = { ...job, direct: { workerId, ifRefused: "refund" } };
  const { orderId, payPage } = await timed("draft, place, checkout", () => placeOrder(customer, terms));
  const offerId = await timed("pay → offer on the socket", async () => {
    const offer = nextOffer(worker);
    await payAtPage(payPage);
    return offer;
  });
  const { contractHash } = await timed("read the offer", () => worker.api.offers.get.query({ offerId }));
  await timed("accept", () =>
    worker.intend({ accept: offerId }, (idempotencyKey) => worker.api.offers.acceptBriefly.mutate({ offerId, idempotencyKey, contractHash })),
  );
  await timed("depart", () => worker.actBriefly(orderId, { type: "depart" }));
  await timed("arrive", () => worker.actBriefly(orderId, { type: "arrive", position: null, headcount: 1 }));
  await timed("allow early start", () => customer.actBriefly(orderId, { type: "allowEarlyStart" }));
  await timed("start", () => worker.actBriefly(orderId, { type: "start", headcount: 1 }));
  await timed("finish", () => worker.actBriefly(orderId, { type: "finish", reason: "done", doneAddOnIds: [] }));
  const { state } = await timed("confirm", () => customer.actBriefly(orderId, { type: "confirm" }));
  if (state !== "completed") throw new Refusal(`an order ended ${state}`);
}
