import type { City, Dispatcher } from "./dispatcher.ts";
import { type Gathering, openGathering } from "./gathering.ts";
import { type Geometry, geometryOf } from "./geometry.ts";
import { type PairWeight, pairWeightOf } from "./pair-weight.ts";
import { addPair, type Pair, type Party, workerParty } from "./party.ts";
import type { Scenario, ScenarioOrder, ScenarioWorker } from "./scenario.ts";
import { createTimeline, type Timeline } from "./timeline.ts";

/** A decision, made at its time and kept. */
export interface Decision {
  readonly order: ScenarioOrder;
  readonly worker: ScenarioWorker;
  readonly at: number;
  readonly weight: number;
  readonly distance: number;
}

export type Event =
  | { readonly kind: "round" }
  /** The next of the scenario comes for the first time. */
  | { readonly kind: "next" }
  /** A worker comes back; an order has been held as long as may be; somebody's time is over. */
  | { readonly kind: "return" | "held" | "leave"; readonly party: Party };

/** A scenario being played: who is there, what is to come, what was decided. */
export interface Stage extends City {
  now: number;
  readonly scenario: Scenario;
  readonly geometry: Geometry;
  readonly weightOf: PairWeight;
  readonly longestReach: number;
  readonly there: Readonly<Record<Party["side"], Gathering>>;
  readonly orders: Set<Party>;
  readonly timeline: Timeline<Event>;
  readonly plan: (at: number, event: Event) => void;
  readonly decisions: Decision[];
  readonly onGone: Dispatcher["gone"][];
}

/** An empty stage; `phases` order what happens at one stamp. */
export function openStage(scenario: Scenario, phases: Readonly<Record<Event["kind"], number>>): Stage {
  const geometry = geometryOf(scenario.metric);
  const timeline = createTimeline<Event>();
  const stage: Stage = {
    now: 0,
    scenario,
    geometry,
    weightOf: pairWeightOf(scenario),
    longestReach: scenario.workers.reduce((most, { radius }) => Math.max(most, radius), 0),
    there: { order: openGathering(geometry), worker: openGathering(geometry) },
    orders: new Set(),
    timeline,
    plan: (at, event) => timeline.plan(at, phases[event.kind], event),
    decisions: [],
    onGone: [],
    join: (pair) => join(stage, pair),
  };
  return stage;
}

/** Somebody is there from now on, with everybody they could be joined with. Answers the orders that could not be joined with anybody before. */
export function enter(stage: Stage, party: Party): Party[] {
  const { there, orders, longestReach } = stage;
  const held: Party[] = [];
  stage.plan(party.to, { kind: "leave", party });
  there[party.side].add(party);
  if (party.side === "order") orders.add(party);
  const others = there[party.side === "order" ? "worker" : "order"];
  for (const other of others.near(party.place, party.side === "order" ? longestReach : party.reach)) {
    const pair = party.side === "order" ? pairOf(stage, party, other) : pairOf(stage, other, party);
    if (pair === null) continue;
    addPair(pair);
    if (pair.order.heldSince !== null) continue;
    pair.order.heldSince = stage.now;
    held.push(pair.order);
  }
  return held;
}

function pairOf({ geometry, weightOf }: Stage, order: Party, worker: Party): Pair | null {
  const distance = geometry.distance(order.place, worker.place);
  return distance > worker.reach ? null : { order, worker, distance, weight: weightOf(order, worker, distance) };
}

/** Somebody is gone: joined, or not. */
export function leave({ orders, onGone }: Stage, party: Party): void {
  party.isGone = true;
  orders.delete(party);
  for (const tell of onGone) tell(party);
}

/** Joins two for good. Where workers return, this one will be there again when travel and work are done. */
function join(stage: Stage, { order, worker, weight, distance }: Pair): void {
  const { scenario, geometry, now } = stage;
  const theOrder = scenario.orders[order.number] as ScenarioOrder;
  const theWorker = scenario.workers[worker.number] as ScenarioWorker;
  stage.decisions.push({ order: theOrder, worker: theWorker, at: now, weight, distance });
  for (const party of [order, worker]) {
    party.earned = weight;
    leave(stage, party);
  }
  const travel = scenario.speed === null ? 0 : (distance / scenario.speed) * geometry.timePerLength;
  const back = now + travel + theOrder.service;
  if (!scenario.returnsToWork || back >= theWorker.to) return;
  stage.plan(back, { kind: "return", party: workerParty({ ...theWorker, place: order.place, from: back }, worker.number) });
}
