import { isUncertain, type LingongClient } from "@lingong/client";
import type { OrderView } from "@lingong/contracts";
import { type Database, orders } from "@lingong/db";
import { finalStates } from "@lingong/domain";
import { until } from "../play/until.ts";
import type { Cast } from "./cast.ts";
import type { Known } from "./doings.ts";

const rounds = 60;
const stepMs = 24 * 3_600_000;
const final: ReadonlySet<string> = new Set(finalStates);

/** Orders that have begun and not ended; a draft holds nothing and waits for nobody. */
async function unfinished(db: Database, known: readonly Known[]): Promise<Known[]> {
  const found = await orders.findMany(
    db,
    known.map(({ orderId }) => orderId),
  );
  const open = new Set(found.filter(({ state }) => state !== "draft" && !final.has(state)).map(({ id }) => id));
  return known.filter(({ orderId }) => open.has(orderId));
}

function may(order: OrderView, command: string): boolean {
  return order.actions.some((action) => action.command === command);
}

/** What an arbitrator in charge does with a dispute: half to each side. */
async function arbitrate(client: LingongClient, orderId: string): Promise<void> {
  const order = await client.api.orders.get.query({ orderId });
  if (!may(order, "decideDispute") || order.dispute === null) return;
  const toWorkerFen = Math.floor(order.dispute.heldFen / 2);
  await client.act(orderId, {
    type: "decideDispute",
    toWorkerFen,
    toCustomerFen: order.dispute.heldFen - toWorkerFen,
    reason: "按记录各半",
    citedVersions: [order.version],
  });
}

/** Takes a dispute one step on, by the people whose turn it is. Refusals only mean that it was not. */
async function takeOn({ operator, arbitrators }: Cast, { orderId, customer, workers }: Known): Promise<void> {
  const order = await operator.api.orders.get.query({ orderId });
  if (order.state !== "disputed") return;
  for (const { id, client } of arbitrators) {
    if (may(order, "assignArbitrator") && order.dispute?.arbitratorAssigned === false)
      await operator.act(orderId, { type: "assignArbitrator", arbitratorId: id }).catch(() => undefined);
    await arbitrate(client, orderId).catch(() => undefined);
  }
  for (const { client } of [customer, ...workers]) await client.act(orderId, { type: "acceptDecision" }).catch(() => undefined);
}

/** So long may the timers of a step take that hundreds of orders wait for. */
const stepWithinMs = 10 * 60_000;

/** One step of the clock. With much to do on the way it takes longer than a client waits for its answer, and goes on meanwhile. */
async function passTime({ api }: LingongClient): Promise<void> {
  const now = async () => Date.parse((await api.clock.now.query()).now);
  const target = (await now()) + stepMs;
  await api.development.advanceClock.mutate({ byMs: stepMs }).catch((error: unknown) => {
    if (!isUncertain(error)) throw error;
  });
  await until("the clock", async () => (await now()) >= target, stepWithinMs);
}

/**
 * Lets time pass until every order has ended by its own clocks, disputes by their arbitrators.
 * @returns how many have not: none, or the promise of a timed exit is broken.
 */
export async function bringToEnd(db: Database, cast: Cast, known: readonly Known[], say: (text: string) => void): Promise<number> {
  for (let round = 0; round < rounds; round += 1) {
    const open = await unfinished(db, known);
    if (open.length === 0) return 0;
    say(`${open.length} orders still open`);
    await cast.renewAdmins();
    for (const one of open) await takeOn(cast, one);
    await passTime(cast.operator);
  }
  return (await unfinished(db, known)).length;
}
