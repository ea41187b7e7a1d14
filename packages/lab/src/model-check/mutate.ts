import { type LifecycleRow, lifecycle } from "@lingong/domain";
import { explore } from "./explore.ts";
import { allMutants, type Mutant } from "./mutants.ts";
import { type Scenario, scenarios } from "./scenarios.ts";

export interface MutationReport {
  readonly killed: number;
  readonly total: number;
  /** Defects that no check noticed. */
  readonly survivors: readonly string[];
  readonly seconds: number;
}

/** Which scenarios may notice a defect in a row: those that fire it, or another row of the same command, within the bound. */
function scenariosByRow(mostStates: number): (row: string) => readonly Scenario[] {
  const fired = scenarios.map((scenario) => ({ scenario, rows: explore({ scenarios: [scenario], mostStates }).rows }));
  const commandOf = (row: string): string => (row in lifecycle ? lifecycle[row as LifecycleRow].on : "");
  return (row) => {
    const firing = fired.filter(({ rows }) => rows.has(row));
    const related =
      commandOf(row) === "timeOut"
        ? []
        : fired.filter(({ rows }) => !rows.has(row) && [...rows].some((other) => commandOf(other) === commandOf(row)));
    return [...firing, ...related].map(({ scenario }) => scenario);
  };
}

function isKilled(mutant: Mutant, where: readonly Scenario[], mostStates: number): boolean {
  return where.some((scenario) => explore({ table: mutant.table, scenarios: [scenario], mostStates, mostViolations: 1 }).violations.length > 0);
}

/**
 * Seeds one defect at a time into the guards, effects, targets and deadlines of the real table and reports how many the
 * model check notices. `mostStates` bounds the exploration of each scenario.
 */
export function mutate(options: { readonly mostStates: number; readonly onProgress?: (done: number, total: number) => void }): MutationReport {
  const began = performance.now();
  const where = scenariosByRow(options.mostStates);
  const mutants = allMutants();
  const survivors: string[] = [];
  for (const [index, mutant] of mutants.entries()) {
    if (!isKilled(mutant, where(mutant.row), options.mostStates)) survivors.push(`${mutant.row} ${mutant.defect}`);
    options.onProgress?.(index + 1, mutants.length);
  }
  return { killed: mutants.length - survivors.length, total: mutants.length, survivors, seconds: Math.round((performance.now() - began) / 100) / 10 };
}
