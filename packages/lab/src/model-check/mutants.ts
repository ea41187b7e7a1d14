import { lifecycle, type OrderRow, type OrderTable, orderStates, targetsOf } from "@lingong/domain";

/** A copy of the real table with one defect. */
export interface Mutant {
  readonly row: string;
  readonly defect: string;
  readonly table: OrderTable;
}

const rows = Object.entries(lifecycle) as readonly (readonly [string, OrderRow])[];

function mutant(row: string, defect: string, changes: Partial<OrderRow>): Mutant {
  const original = rows.find(([name]) => name === row)?.[1];
  return { row, defect, table: { ...lifecycle, [row]: { ...original, ...changes } as OrderRow } };
}

const without = <Item>(items: readonly Item[], index: number): readonly Item[] => items.filter((_, at) => at !== index);
const nameOf = (named: { readonly name: string }, index: number): string =>
  named.name === "" || named.name === "effect" ? `#${index + 1}` : named.name;

function lostGuards(row: string, { if: guards = [], when = [] }: OrderRow): readonly Mutant[] {
  return [
    ...guards.map((guard, index) => mutant(row, `drops the guard ${nameOf(guard, index)}`, { if: without(guards, index) })),
    ...when.map((guard, index) => mutant(row, `drops the condition ${nameOf(guard, index)}`, { when: without(when, index) })),
  ];
}

/** Effects that were skipped, postings among them. */
function lostEffects(row: string, { then: effects = [] }: OrderRow): readonly Mutant[] {
  return effects.map((effect, index) => mutant(row, `skips the effect ${nameOf(effect, index)}`, { then: without(effects, index) }));
}

/** Leads to the next state of the list that the row does not lead to. */
function swappedTargets(row: string, original: OrderRow): readonly Mutant[] {
  const right = targetsOf(original);
  const wrong = orderStates.find((state) => !right.includes(state) && state !== "draft");
  return wrong === undefined ? [] : [mutant(row, `leads to ${wrong}`, { to: wrong })];
}

/** A millisecond early, a millisecond late. */
function shiftedDeadlines(row: string, { at }: OrderRow): readonly Mutant[] {
  if (at === undefined) return [];
  return [-1, 1].map((shift) =>
    mutant(row, `is due ${shift} ms off`, {
      at: (timed) => {
        const due = at(timed);
        return due === null ? null : due + shift;
      },
    }),
  );
}

/** One defect at a time, of every kind, in every row of the real table. */
export function allMutants(): readonly Mutant[] {
  return rows.flatMap(([name, row]) => [
    ...lostGuards(name, row),
    ...lostEffects(name, row),
    ...swappedTargets(name, row),
    ...shiftedDeadlines(name, row),
  ]);
}
