import { defaultPolicy, dueAt, lifecycle, type OrderTable, transition } from "@lingong/domain";
import type { Attempt } from "./attempts/attempt.ts";
import { attemptsIn } from "./attempts.ts";
import { advanceWorld, type Breach, checkStep } from "./check-step.ts";
import { checkWorld } from "./check-world.ts";
import { beginning, type Scenario, scenarios } from "./scenarios.ts";
import { describe, factsOf, firstWorld, keyOf, type World } from "./world.ts";

export interface Violation extends Breach {
  readonly scenario: string;
  /** The shortest command sequence that leads to it. */
  readonly sequence: readonly string[];
}

export interface Exploration {
  readonly states: number;
  readonly transitions: number;
  readonly refusals: number;
  readonly violations: readonly Violation[];
  /** Rows of the table that fired at least once. */
  readonly rows: ReadonlySet<string>;
  /** Whether every reachable state within the bounds was visited. */
  readonly complete: boolean;
}

export interface ExploreOptions {
  readonly table?: OrderTable;
  readonly scenarios?: readonly Scenario[];
  readonly mostStates?: number;
  readonly mostViolations?: number;
  readonly onProgress?: (states: number) => void;
}

/** How a state was first reached: its parent's number and the command in words. */
interface Arrival {
  readonly parent: number;
  readonly how: string;
}

function sequenceTo(arrivals: readonly Arrival[], index: number): readonly string[] {
  const steps: string[] = [];
  for (let at = index; at > 0; at = arrivals[at]?.parent ?? 0) steps.push(arrivals[at]?.how ?? "");
  return steps.toReversed();
}

/** The clock moves to the next deadline exactly, and to the next instant at which people act: so timers fire in time, late, and not yet. */
function ticks(world: World, table: OrderTable): readonly World[] {
  const due = dueAt(world.order, defaultPolicy, table);
  const next = world.scenario.grid.find((instant) => instant > world.now);
  const instants = new Set([due === null || due.at <= world.now ? undefined : due.at, next].filter((instant) => instant !== undefined));
  return [...instants].map((now) => ({ ...world, now }));
}

/** A due timer goes first (§2): while one is due, nothing else is judged, but for the service's own restart. */
export function triesIn(world: World, table: OrderTable): readonly Attempt[] {
  const due = dueAt(world.order, defaultPolicy, table);
  if (due === null || due.at > world.now) return attemptsIn(world);
  return (["timeOut", "serviceRestarted"] as const).map((type) => ({
    actor: { role: "timer", id: "timer" },
    command: { type },
    facts: factsOf(world),
    occurredAt: null,
  }));
}

/** The world after a scenario's prelude: of each named command, the first attempt that the table takes. */
export function afterPrelude(scenario: Scenario, table: OrderTable): { readonly world: World; readonly steps: readonly string[] } | null {
  let { world } = firstWorld(scenario);
  const steps: string[] = [];
  for (const [command, now] of scenario.prelude) {
    world = { ...world, now };
    const here = world;
    const tried = attemptsIn(here).find(
      (candidate) => candidate.command.type === command && candidate.actor.id !== "customer-2" && isTaken(here, candidate, table),
    );
    const result = tried === undefined ? null : attempt(here, tried, table);
    if (tried === undefined || result === null || result instanceof Error || !result.ok) return null;
    steps.push(describe(tried.command, tried.actor.role, now));
    world = advanceWorld(here, result.value, now);
  }
  return { world, steps };
}

function isTaken(world: World, tried: Attempt, table: OrderTable): boolean {
  const result = attempt(world, tried, table);
  return !(result instanceof Error) && result.ok;
}

/** Explores one scenario breadth first, so that the first violation found has the shortest sequence. */
function exploreScenario(
  scenario: Scenario,
  table: OrderTable,
  options: Required<Pick<ExploreOptions, "mostStates" | "mostViolations">>,
  onState: () => void,
  rows: Set<string>,
) {
  const begun = afterPrelude(scenario, table);
  if (begun === null) {
    const violation: Violation = {
      rule: "follows",
      how: "the prelude is not possible any more",
      scenario: scenario.name,
      sequence: scenario.prelude.map(([command]) => command),
    };
    return { states: 0, transitions: 0, refusals: 0, violations: [violation], complete: false };
  }
  const { world } = begun;
  const seen = new Set([keyOf(world)]);
  const arrivals: Arrival[] = [{ parent: 0, how: "" }];
  let frontier: { readonly world: World; readonly index: number }[] = [{ world, index: 0 }];
  const violations: Violation[] = [];
  let transitions = 0;
  let refusals = 0;
  const report = (breach: Breach, index: number, last: readonly string[]): void => {
    violations.push({ ...breach, scenario: scenario.name, sequence: [...begun.steps, ...sequenceTo(arrivals, index), ...last] });
  };

  while (frontier.length > 0 && arrivals.length < options.mostStates && violations.length < options.mostViolations) {
    const next: typeof frontier = [];
    const visit = (reached: World, parent: number, how: string): void => {
      const key = keyOf(reached);
      if (seen.has(key)) return;
      seen.add(key);
      arrivals.push({ parent, how });
      onState();
      next.push({ world: reached, index: arrivals.length - 1 });
    };
    for (const { world: here, index } of frontier) {
      if (arrivals.length >= options.mostStates || violations.length >= options.mostViolations) break;
      const wrong = judge(here, table);
      if (wrong !== null) report(wrong, index, []);
      for (const tried of triesIn(here, table)) {
        const how = describe(tried.command, tried.actor.role, here.now);
        const result = attempt(here, tried, table);
        if (result instanceof Error) {
          report({ rule: "follows", how: `${tried.command.type} in ${here.order.state} throws: ${result.message}` }, index, [how]);
          continue;
        }
        if (!result.ok) {
          refusals += 1;
          continue;
        }
        transitions += 1;
        rows.add(result.value.row);
        const after = advanceWorld(here, result.value, here.now);
        const breach = checkStep(here, tried, result.value, after, table);
        if (breach !== null) report(breach, index, [how]);
        else if (after.order.version <= scenario.bounds.versions) visit(after, index, how);
      }
      for (const later of ticks(here, table)) visit(later, index, `+${Math.round((later.now - beginning) / 60_000)} min`);
    }
    frontier = next;
  }
  return { states: arrivals.length, transitions, refusals, violations, complete: frontier.length === 0 };
}

/** Judges a world; what throws on the way is a defect as well. */
export function judge(world: World, table: OrderTable): Breach | null {
  try {
    return checkWorld(world, table);
  } catch (error) {
    return { rule: "preview", how: `looking at ${world.order.state} throws: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** One attempt; a thrown error is a defect of the table, never an answer. */
export function attempt(world: World, tried: Attempt, table: OrderTable) {
  try {
    return transition(world.order, tried.actor, tried.command, tried.facts, world.now, tried.occurredAt, table);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Explores every reachable state of the real table within the scenarios' bounds, and judges each step and each state. */
export function explore(options: ExploreOptions = {}): Exploration {
  const table = options.table ?? lifecycle;
  const limits = { mostStates: options.mostStates ?? Number.POSITIVE_INFINITY, mostViolations: options.mostViolations ?? 5 };
  const rows = new Set<string>();
  let states = 0;
  const results = (options.scenarios ?? scenarios).map((scenario) =>
    exploreScenario(
      scenario,
      table,
      limits,
      () => {
        states += 1;
        if (states % 5_000 === 0) options.onProgress?.(states);
      },
      rows,
    ),
  );
  const sum = (pick: (result: (typeof results)[number]) => number): number => results.reduce((total, result) => total + pick(result), 0);
  return {
    states: sum((result) => result.states),
    transitions: sum((result) => result.transitions),
    refusals: sum((result) => result.refusals),
    violations: results.flatMap((result) => result.violations),
    rows,
    complete: results.every((result) => result.complete),
  };
}
