import { canonicalJson, dueAt, type OrderTable, type Outcome } from "@lingong/domain";
import type { Attempt } from "./attempts/attempt.ts";
import { traces } from "./changes.ts";
import { expected, missing } from "./follows.ts";
import { type InvariantName, invariantNames, invariants, type Taken } from "./invariants.ts";
import { post } from "./ledger.ts";
import { wasAllowed } from "./obligations.ts";
import type { World } from "./world.ts";

/** A broken promise: which invariant or rule, and in words how. */
export interface Breach {
  readonly rule: InvariantName | "allowed" | "follows" | "trace" | "replay" | "dueAt" | "preview";
  readonly how: string;
}

/** The world after an outcome. */
export function advanceWorld(world: World, outcome: Outcome, now: number): World {
  return { scenario: world.scenario, order: outcome.order, now, ledger: post(world.ledger, outcome.entries) };
}

/** I12 restated for a chosen quote: an unfit worker does not get the order by its payment. */
const fits = (tried: Attempt): boolean => tried.facts.candidate?.verified === true;

/** Judges one step that was taken. Null: nothing is broken. */
export function checkStep(before: World, tried: Attempt, outcome: Outcome, after: World, table: OrderTable): Breach | null {
  const at = outcome.event.at;
  if (!wasAllowed(before, tried, at))
    return { rule: "allowed", how: `${tried.command.type} by ${tried.actor.role} ${tried.actor.id} was taken in ${before.order.state}` };
  const due = tried.command.type === "timeOut" ? dueAt(after.order, tried.facts.policy, table) : null;
  const sameClock =
    tried.command.type === "timeOut" && due !== null && due.at <= before.now && due.what === dueAt(before.order, tried.facts.policy, table)?.what;
  const taken: Taken = { before, after, outcome, facts: tried.facts, command: tried.command, stillDue: sameClock };
  const broken = invariantNames.find((name) => !invariants[name](taken));
  if (broken !== undefined) return { rule: broken, how: `after ${tried.command.type} in ${before.order.state}` };
  const replayed = canonicalJson({ ...before.order, ...outcome.event.changes, version: outcome.event.version });
  if (replayed !== canonicalJson(after.order)) return { rule: "replay", how: `after ${tried.command.type}` };
  const lost = missing(outcome, expected(before.order, tried.command, tried.actor.role, fits(tried), at), tried.actor);
  if (lost !== null) return { rule: "follows", how: `${tried.command.type} in ${before.order.state} ${lost}` };
  const untraced = Object.entries(traces).find(([, trace]) => !trace(taken));
  return untraced === undefined ? null : { rule: "trace", how: untraced[0] };
}
