import { defaultPolicy, dueAt, finalStates, lifecycle, MINUTE, type OrderTable } from "@lingong/domain";
import { type Chance, chanceFrom } from "../chance.ts";
import type { Attempt } from "./attempts/attempt.ts";
import { advanceWorld, checkStep } from "./check-step.ts";
import { afterPrelude, attempt, judge, triesIn, type Violation } from "./explore.ts";
import { scenarios } from "./scenarios.ts";
import { describe, type World } from "./world.ts";

export interface WalkOptions {
  readonly seed: number;
  /** Attempts in all, taken or refused. */
  readonly operations: number;
  readonly table?: OrderTable;
  readonly onProgress?: (operations: number) => void;
}

export interface WalkReport {
  readonly operations: number;
  readonly taken: number;
  readonly walks: number;
  readonly violations: readonly Violation[];
}

/** So many steps make a life; an ended order is still tried a little. */
const longest = 300;
const afterEnd = 3;
/** Attempts, mostly refused, before time goes on. */
const triesAStep = 25;
/** Always possible, and then little else is: without this, hardly a life would get to its work. */
const seldom: ReadonlySet<string> = new Set(["edit", "cancel", "forceCancel", "withdraw", "askToCancel", "finish"]);
const ended: ReadonlySet<string> = new Set(finalStates);
const absurd = [0, -1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY] as const;

/** The same attempt with amounts by chance, so that not only the few sums that the check thinks of are tried. */
function withOtherAmounts(tried: Attempt, chance: Chance): Attempt {
  const amounts = Object.entries(tried.command).filter(([name, value]) => typeof value === "number" && /fen/i.test(name));
  if (amounts.length === 0 || tried.actor.role === "payment_provider" || chance.happens(0.5)) return tried;
  const changed = amounts.map(([name]) => [name, chance.happens(0.2) ? chance.pick(absurd) : chance.between(1, 60_000)]);
  return { ...tried, command: { ...tried.command, ...Object.fromEntries(changed) } };
}

/** Time goes on: to the deadline exactly, a little past it, or by minutes or hours. */
function later(world: World, table: OrderTable, chance: Chance): World {
  const due = dueAt(world.order, defaultPolicy, table);
  const by = chance.happens(0.95) ? chance.between(1, 15) : chance.between(15, 1_000);
  if (due !== null && due.at > world.now && chance.happens(0.15)) return { ...world, now: due.at + (chance.happens(0.5) ? 0 : by * MINUTE) };
  return { ...world, now: world.now + by * MINUTE };
}

/**
 * Walks through orders' lives at random, one long life after another: commands by anybody, right, wrong, doubled and late,
 * amounts by chance, time by chance. Each step taken is judged as the model check judges it, each world where a walk ends as well.
 */
export function walkAtRandom({ seed, operations, table = lifecycle, onProgress }: WalkOptions): WalkReport {
  const chance = chanceFrom(seed);
  const violations: Violation[] = [];
  let [done, taken, walks] = [0, 0, 0];
  while (done < operations && violations.length === 0) {
    const scenario = chance.pick(scenarios);
    const begun = scenario === undefined ? null : afterPrelude(scenario, table);
    if (scenario === undefined || begun === null) continue;
    walks += 1;
    let world = begun.world;
    const steps = [...begun.steps];
    let left = longest;
    let stuck = false;
    while (left > 0 && done < operations) {
      left = ended.has(world.order.state) ? Math.min(left - 1, afterEnd) : left - 1;
      if (stuck || chance.happens(0.1)) world = later(world, table, chance);
      stuck = true;
      const tries = triesIn(world, table);
      for (let again = 0; again < triesAStep; again += 1) {
        const chosen = chance.pick(tries);
        if (chosen === undefined) break;
        if (seldom.has(chosen.command.type) && !chance.happens(0.04)) continue;
        const tried = withOtherAmounts(chosen, chance);
        done += 1;
        if (done % 50_000 === 0) onProgress?.(done);
        const result = attempt(world, tried, table);
        const how = describe(tried.command, tried.actor.role, world.now);
        if (result instanceof Error)
          violations.push({ rule: "follows", how: `throws: ${result.message}`, scenario: scenario.name, sequence: [...steps, how] });
        if (result instanceof Error || !result.ok) continue;
        taken += 1;
        stuck = false;
        steps.push(how);
        const after = advanceWorld(world, result.value, world.now);
        const breach = checkStep(world, tried, result.value, after, table);
        if (breach !== null) violations.push({ ...breach, scenario: scenario.name, sequence: steps });
        world = after;
        break;
      }
    }
    const breach = judge(world, table);
    if (breach !== null) violations.push({ ...breach, scenario: scenario.name, sequence: steps });
  }
  return { operations: done, taken, walks, violations };
}
