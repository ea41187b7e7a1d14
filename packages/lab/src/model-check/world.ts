import { createHash } from "node:crypto";
import { type Command, draft, type Facts, type Instant, MINUTE, type Order, type Outcome, type WorkerSnapshot } from "@lingong/domain";
import { sampleFacts, sampleHome, sampleWorker } from "@lingong/domain/samples";
import { beginning, onSite, remote, type Scenario } from "./scenarios.ts";

/** One point of the exploration: an order, the clock, and the ledger as its entries made it, account by account. */
export interface World {
  readonly scenario: Scenario;
  readonly order: Order;
  readonly now: Instant;
  readonly ledger: Ledger;
}

/** Balances the checker keeps by itself from the posted transfers alone; the order's own sums are compared with them. */
export interface Ledger {
  readonly escrow: number;
  readonly customer: number;
  readonly worker: number;
  readonly commission: number;
  readonly tips: number;
}

export const emptyLedger: Ledger = { escrow: 0, customer: 0, worker: 0, commission: 0, tips: 0 };

/** Those who may arbitrate: the first is the least loaded, the last the most senior. */
export const arbitrators: Facts["arbitrators"] = ["arbitrator-1", "arbitrator-2", "arbitrator-3"].map((id, index) => ({
  id,
  open: index,
  since: beginning - index,
  handledOrder: false,
  sharedOrder: false,
  decidedRecently: false,
}));

export const place = sampleHome;
export const workers = ["worker-1", "worker-2"] as const;

export function worker(id: string): WorkerSnapshot {
  const qualifications = [onSite, remote].map((category) => ({ categoryId: category.id, certified: true, proofOfWork: true, validUntil: null }));
  return sampleWorker({ id, kind: "team", crewSize: 2, qualifications, completedOrders: 60 });
}

/** Those a team may send. */
export const members = ["member-1", "member-2", "member-3"] as const;

export function member(id: string): WorkerSnapshot {
  return { ...worker(id), kind: "individual", crewSize: 1 };
}

/** The facts of the ordinary case: the worker concerned may and can. */
export function factsOf(world: World, changes: Partial<Facts> = {}): Facts {
  const concerned = world.order.assignment?.workerId ?? world.order.chosenQuote?.workerId ?? workers[0];
  const far = world.scenario.terms.mode === "remote";
  return sampleFacts({
    category: world.scenario.category,
    candidate: worker(concerned),
    crew: (world.order.assignment?.crew ?? []).map(member),
    ...(far && { exactPosition: null, travelMinutes: 0 }),
    arbitrators,
    ...changes,
  });
}

export function firstWorld(scenario: Scenario): { readonly world: World; readonly outcome: Outcome } {
  const outcome = draft({ id: "order-1", cityId: "shanghai", zone: "Asia/Shanghai", customerId: "customer-1", terms: scenario.terms }, beginning);
  return { outcome, world: { scenario, order: outcome.order, now: beginning, ledger: emptyLedger } };
}

/** Two worlds are one when nothing but the number of events differs. */
export function keyOf(world: World): string {
  return createHash("sha1")
    .update(world.scenario.name)
    .update(String(world.now))
    .update(JSON.stringify({ ...world.order, version: 0 }))
    .digest("base64");
}

/** A command in words, for the shortest sequence to a violation. */
export function describe(command: Command, role: string, at: Instant): string {
  const minutes = Math.round((at - beginning) / MINUTE);
  return `+${minutes} min ${role}: ${JSON.stringify(command)}`;
}
