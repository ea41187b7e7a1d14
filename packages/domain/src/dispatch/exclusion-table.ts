import { sortNumbers } from "../kernel/sort-numbers.ts";
import { type ExclusionCode, exclusions } from "./exclusions.ts";
import type { Rows } from "./pair-table.ts";

/**
 * Who was considered for the orders of a round and excluded, and by which check: one number each, the worker's index before the
 * check's place in the table of exclusions. An order's are one range, by worker.
 */
export interface ExclusionTable {
  packed: Int32Array;
  size: number;
}

/** A worker (by index in the round's list) and why they were excluded. */
export interface Exclusion {
  readonly worker: number;
  readonly code: ExclusionCode;
}

/** Room for the check's place below the worker's index. */
const PLACE_BITS = 5;

export function createExclusionTable(): ExclusionTable {
  return { packed: new Int32Array(1_024), size: 0 };
}

export function appendExclusion(table: ExclusionTable, worker: number, place: number): void {
  if (table.size === table.packed.length) {
    const larger = new Int32Array(4 * table.packed.length);
    larger.set(table.packed);
    table.packed = larger;
  }
  table.packed[table.size] = (worker << PLACE_BITS) | place;
  table.size += 1;
}

/** Ends an order's exclusions, which began at `from`: by worker from now on. */
export function sortExclusions({ packed, size }: ExclusionTable, from: number): Rows {
  sortNumbers(packed, from, size);
  return { from, to: size };
}

export function exclusionIn({ packed }: ExclusionTable, row: number): Exclusion {
  const value = packed[row] as number;
  const check = exclusions[value & ((1 << PLACE_BITS) - 1)];
  if (check === undefined) throw new RangeError("no such check");
  return { worker: value >> PLACE_BITS, code: check.code };
}
