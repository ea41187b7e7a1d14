import { lifecycle, type OrderRow, type OrderTable } from "@lingong/domain";

/**
 * How much of the table both engines are given. `table`: states, commands, roles and targets, what an engine itself costs.
 * `guards`: with the guards. `whole`: with the effects too, so that both also spend the same time in the rules themselves
 * (two SHA-256 of canonical JSON in each order, bills, commissions).
 */
export const levels = ["table", "guards", "whole"] as const;
export type Level = (typeof levels)[number];

function bare({ on, by, from, to, about }: OrderRow): OrderRow {
  return { on, by, from, to, about };
}

function guarded(row: OrderRow): OrderRow {
  return { ...bare(row), when: row.when ?? [], if: row.if ?? [], ...(row.at === undefined ? {} : { at: row.at }) };
}

/** The lifecycle's own rows at a level. */
export function tableAt(level: Level): OrderTable {
  const rows = Object.entries(lifecycle) as readonly (readonly [string, OrderRow])[];
  if (level === "whole") return lifecycle;
  return Object.fromEntries(rows.map(([name, row]) => [name, level === "table" ? bare(row) : guarded(row)]));
}
