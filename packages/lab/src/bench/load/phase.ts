import { setTimeout as pause } from "node:timers/promises";
import type { Helper } from "../../helper.ts";
import { type Contestant, isHeard, isPositionsTold, now, type PositionsTold } from "./messages.ts";
import { type Press, pressAll } from "./presses.ts";

/** So long after the last payment an offer may still come; then it counts as missing. */
const patienceMs = 15_000;
const answerMs = 120_000;

/** One contestant under one rate. */
export interface Phase {
  /** From each press to the first offer heard of its order, milliseconds. */
  readonly waits: readonly number[];
  /** Orders pressed that nobody was offered in time, or whose press was refused. */
  readonly missing: number;
  /** From the last press to the last offer: what had piled up. */
  readonly behindMs: number;
  readonly positions: PositionsTold;
}

export interface Stage {
  readonly crowd: Helper;
  /** When a contestant's offers were first heard, by offer (ours) or order (bare). */
  readonly heard: Readonly<Record<Contestant, Map<string, number>>>;
  readonly positionsPerSecond: number;
}

export function stageOf(crowd: Helper, positionsPerSecond: number): Stage {
  const heard = { ours: new Map<string, number>(), bare: new Map<string, number>() };
  crowd.hear((message) => {
    if (isHeard(message) && !heard[message.from].has(message.id)) heard[message.from].set(message.id, message.at);
  });
  return { crowd, heard, positionsPerSecond };
}

export interface Play {
  readonly presses: readonly Press[];
  readonly perSecond: number;
  /** When each order was first offered, of what was heard. */
  readonly offered: (heard: ReadonlyMap<string, number>) => Promise<ReadonlyMap<string, number>>;
}

/** Presses at a rate while the crowd reports its positions, and waits until every order was offered, or for long enough. */
export async function playPhase(
  { crowd, heard, positionsPerSecond }: Stage,
  contestant: Contestant,
  { presses, perSecond, offered }: Play,
): Promise<Phase> {
  heard[contestant].clear();
  crowd.send({ kind: "report", perSecond: positionsPerSecond });
  const { pressed } = await pressAll(presses, perSecond);
  const told = crowd.next(isPositionsTold, answerMs);
  crowd.send({ kind: "rest" });
  const positions = await told;
  const lastPress = Math.max(...pressed.values());
  let first = await offered(heard[contestant]);
  while (first.size < pressed.size && now() < lastPress + patienceMs) {
    await pause(200);
    first = await offered(heard[contestant]);
  }
  const waits = [...pressed].flatMap(([id, at]) => (first.has(id) ? [(first.get(id) ?? 0) - at] : []));
  return { waits, missing: presses.length - waits.length, behindMs: Math.max(0, Math.max(...first.values()) - lastPress), positions };
}
