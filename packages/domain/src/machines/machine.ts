import type { ErrorCode } from "../kernel/error-codes.ts";
import type { Instant } from "../kernel/instant.ts";
import { type DomainError, ok, type Result, refuse } from "../kernel/result.ts";

/** A guard's answer: yes, or the reason it is no, which is what the person reads. */
export type Answer = true | DomainError;

/** A named pure predicate over one step. A guard is its own explanation. */
export type Guard<Step> = (step: Step) => Answer;

/** A named pure function that says what a step brings about. It performs nothing. */
export type Effect<Step, Contribution> = (step: Step) => Contribution;

/** A target that depends on the step: a small named choice among states. */
export interface Choice<State extends string, Step> {
  readonly among: readonly State[];
  readonly choose: (step: Step) => State;
}

/**
 * One row of a machine's table: who may do what, from where to where, under which guards, with which effects, and one
 * sentence of business meaning. Rows are data: diagrams, buttons, API and mutation tests are derived from them.
 */
export interface Row<State extends string, Command extends string, Role extends string, Step, Contribution> {
  readonly on: Command;
  readonly by: readonly Role[];
  readonly from: readonly State[];
  /** A state, a choice, or `stay`: the state is unchanged. */
  readonly to: State | "stay" | Choice<State, Step>;
  /** Which of several rows for the same command this is; a `when` that does not hold passes on to the next row. */
  readonly when?: readonly Guard<Step>[];
  readonly if?: readonly Guard<Step>[];
  readonly then?: readonly Effect<Step, Contribution>[];
  /** A timed exit: when it is due, null while it is not running. */
  readonly at?: (step: Step) => Instant | null;
  readonly about: string;
}

export type Machine<State extends string, Command extends string, Role extends string, Step, Contribution> = Readonly<
  Record<string, Row<State, Command, Role, Step, Contribution>>
>;

/** What of a row is needed to judge a command. */
interface JudgedRow<Step> {
  readonly on: string;
  readonly by: readonly string[];
  readonly from: readonly string[];
  readonly when?: readonly Guard<Step>[];
  readonly if?: readonly Guard<Step>[];
}

/** A guard's refusal. */
export function no(code: ErrorCode, details?: DomainError["details"]): DomainError {
  return details === undefined ? { code } : { code, details };
}

/** The first refusal among guards, or true. */
export function firstRefusal<Step>(guards: readonly Guard<Step>[] | undefined, step: Step): Answer {
  for (const guard of guards ?? []) {
    const answer = guard(step);
    if (answer !== true) return answer;
  }
  return true;
}

type NamedRow = readonly [name: string, row: unknown];
type RowIndex = ReadonlyMap<string, ReadonlyMap<string, readonly NamedRow[]>>;

/** A table's rows by command, then by state, in the table's order. */
function indexed(machine: Readonly<Record<string, Pick<JudgedRow<never>, "on" | "from">>>): RowIndex {
  const index = new Map<string, Map<string, NamedRow[]>>();
  for (const named of Object.entries(machine)) {
    const { on, from } = named[1];
    const byState = index.get(on) ?? new Map<string, NamedRow[]>();
    index.set(on, byState);
    for (const state of new Set(from)) byState.set(state, [...(byState.get(state) ?? []), named]);
  }
  return index;
}

/** The index of a table, made once a table. */
const indexOf = (() => {
  const known = new WeakMap<object, RowIndex>();
  return (machine: Parameters<typeof indexed>[0]): RowIndex => {
    const cached = known.get(machine);
    if (cached !== undefined) return cached;
    const index = indexed(machine);
    known.set(machine, index);
    return index;
  };
})();

/**
 * Finds the row a command takes from a state, and judges its guards.
 * Errors, in this order: `wrong_state` (no row from here), `not_allowed_to_actor`, the first refusing guard's code.
 */
export function rowFor<Step, Found extends JudgedRow<Step>>(
  machine: Readonly<Record<string, Found>>,
  input: { readonly state: Found["from"][number]; readonly command: Found["on"]; readonly role: Found["by"][number]; readonly step: Step },
): Result<{ readonly name: string; readonly row: Found }> {
  const { state, command, role, step } = input;
  const rows = indexOf(machine).get(command)?.get(state) as readonly (readonly [string, Found])[] | undefined;
  if (rows === undefined) return refuse("wrong_state", { state, command });

  let refusal: DomainError | null = null;
  for (const [name, row] of rows) {
    if (!row.by.includes(role)) continue;
    const applies = firstRefusal(row.when, step);
    if (applies !== true) {
      refusal = applies;
      continue;
    }
    const allowed = firstRefusal(row.if, step);
    return allowed === true ? ok({ name, row }) : { ok: false, error: allowed };
  }
  return refusal === null ? refuse("not_allowed_to_actor", { role, command }) : { ok: false, error: refusal };
}

/** Where a row leads. */
export function targetOf<State extends string, Step>(row: { readonly to: State | "stay" | Choice<State, Step> }, state: State, step: Step): State {
  if (row.to === "stay") return state;
  return typeof row.to === "string" ? row.to : row.to.choose(step);
}

/** Every state a row may lead to. */
export function targetsOf<State extends string, Step>(row: {
  readonly from: readonly State[];
  readonly to: State | "stay" | Choice<State, Step>;
}): readonly State[] {
  if (row.to === "stay") return row.from;
  return typeof row.to === "string" ? [row.to] : row.to.among;
}
