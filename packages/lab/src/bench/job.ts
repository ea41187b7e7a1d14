import type { LingongClient } from "@lingong/client";
import type { TermsInput } from "@lingong/contracts";
import { Refusal } from "../command.ts";
import { readStories } from "../demo/story.ts";
import type { NewWorker } from "../play/people.ts";

/** A real job, the first of `examples/orders`, wanted as soon as possible. */
export async function realJob(): Promise<TermsInput> {
  const [first] = await readStories();
  if (first === undefined) throw new Refusal("examples/orders is empty");
  return { ...first.story.terms, startsAt: null };
}

/** Somebody who can do it, living so many steps from the place on a spiral: a crowd spread evenly over a few kilometres. */
export function workerFor(job: TermsInput, step: number, name = "周师傅"): NewWorker {
  if (job.address === null) throw new Refusal("the job has no place");
  const { lat, lng } = job.address.position;
  const degrees = 0.0013 * Math.sqrt(step);
  const turn = step * 2.399963;
  const home = { lat: lat + degrees * Math.sin(turn), lng: lng + degrees * Math.cos(turn) };
  return { realName: name, kind: "individual", categoryIds: [job.categoryId], tags: [...(job.tags ?? [])], home };
}

/** Places an order of a job: draft, signature, and the gateway's page where it is to be paid. */
export async function placeOrder(customer: LingongClient, terms: TermsInput): Promise<{ readonly orderId: string; readonly payPage: string }> {
  const { orderId, termsHash } = await customer.intend({ draft: crypto.randomUUID() }, (idempotencyKey) =>
    customer.api.orders.createDraft.mutate({ idempotencyKey, terms }),
  );
  const { payment } = await customer.actBriefly(orderId, { type: "place", termsHash });
  if (payment === null) throw new Refusal("the order placed has nothing to pay");
  const { url } = await customer.api.orders.checkout.mutate({ orderId, paymentId: payment.id });
  return { orderId, payPage: url };
}
