import { canonicalJson, transition } from "@lingong/domain";
import { type AnyMachineSnapshot, initialTransition, transition as xstateTransition } from "xstate";
import { type Comparison, comparisonOf } from "../figures.ts";
import { type Level, levels, tableAt } from "./levels.ts";
import { type RecordedOrder, recordOrders } from "./orders.ts";
import { eventOf, type MachineContext, machineFor } from "./xstate-machine.ts";

/** One pass over all recorded steps by each engine. */
interface Contestants {
  readonly transitions: number;
  readonly ours: () => void;
  readonly theirs: () => void;
}

/** Whole orders from draft to end: each step begins where the last one ended. Both engines must come to the very same order. */
function walking(orders: readonly RecordedOrder[]): Contestants {
  const machine = machineFor(tableAt("whole"));
  const walks = orders.map(({ steps, end }) => ({ steps, end, events: steps.map(eventOf), draft: steps[0]?.order ?? end }));
  const ours = () =>
    walks.map(({ steps, draft }) => {
      let order = draft;
      for (const { actor, command, facts, now } of steps) {
        const result = transition(order, actor, command, facts, now);
        if (!result.ok) throw new TypeError(`${command.type}: ${result.error.code}`);
        order = result.value.order;
      }
      return order;
    });
  const theirs = () =>
    walks.map(({ events, draft }) => {
      let [snapshot] = initialTransition(machine, { order: draft });
      for (const event of events) [snapshot] = xstateTransition(machine, snapshot, event);
      return (snapshot.context as MachineContext).order;
    });
  for (const ends of [ours(), theirs()]) {
    ends.forEach((end, index) => {
      if (canonicalJson(end) !== canonicalJson(walks[index]?.end)) throw new TypeError(`the order "${orders[index]?.name}" ended otherwise`);
    });
  }
  return { transitions: orders.reduce((total, { steps }) => total + steps.length, 0), ours, theirs };
}

/** Single steps, each from the order as it was recorded: without effects an order would not get far by itself. */
function stepping(orders: readonly RecordedOrder[], level: Exclude<Level, "whole">): Contestants {
  const table = tableAt(level);
  const machine = machineFor(table);
  const steps = orders.flatMap((order) => order.steps);
  const asked = steps.map((step) => ({
    snapshot: machine.resolveState({ value: step.order.state, context: { order: step.order, brought: [] } }) as AnyMachineSnapshot,
    event: eventOf(step),
  }));
  const ours = () =>
    steps.map(({ order, actor, command, facts, now }) => {
      const result = transition(order, actor, command, facts, now, null, table);
      if (!result.ok) throw new TypeError(`${command.type}: ${result.error.code}`);
      return result.value.order;
    });
  const theirs = () => asked.map(({ snapshot, event }) => (xstateTransition(machine, snapshot, event)[0].context as MachineContext).order);
  const others = theirs();
  ours().forEach((order, index) => {
    if (canonicalJson(order) !== canonicalJson(others[index])) throw new TypeError(`step ${index} of the ${level} led elsewhere`);
  });
  return { transitions: steps.length, ours, theirs };
}

/** Runs a pass again and again for about so long; @returns passes and milliseconds. */
function during(milliseconds: number, pass: () => void): { readonly passes: number; readonly spent: number } {
  const began = performance.now();
  let passes = 0;
  let spent = 0;
  while (spent < milliseconds) {
    pass();
    passes += 1;
    spent = performance.now() - began;
  }
  return { passes, spent };
}

export interface ContestOptions {
  readonly runs: number;
  /** How long each engine works in a run. */
  readonly millisecondsEach: number;
}

/** So often do the engines take turns within a run: what else the machine does then slows both alike. */
const turns = 10;

function compare({ transitions, ours, theirs }: Contestants, { runs, millisecondsEach }: ContestOptions): Comparison {
  const slice = millisecondsEach / turns;
  const run = () => {
    const total = { ours: { passes: 0, spent: 0 }, theirs: { passes: 0, spent: 0 } };
    for (let turn = 0; turn < turns; turn += 1) {
      for (const [side, pass] of [["ours", ours] as const, ["theirs", theirs] as const]) {
        const { passes, spent } = during(slice, pass);
        total[side].passes += passes;
        total[side].spent += spent;
      }
    }
    const rate = ({ passes, spent }: { passes: number; spent: number }) => (passes * transitions * 1_000) / spent;
    return { ours: rate(total.ours), theirs: rate(total.theirs) };
  };
  run();
  return comparisonOf("transitions/s", Array.from({ length: runs }, run));
}

/** Every level, one after the other; the first run of each only warms both engines up. */
export function contest(options: ContestOptions): Readonly<Record<Level, Comparison>> {
  const orders = recordOrders();
  const compared = levels.map((level) => [level, compare(level === "whole" ? walking(orders) : stepping(orders, level), options)] as const);
  return Object.fromEntries(compared) as Record<Level, Comparison>;
}
