import { sortNumbers } from "../kernel/sort-numbers.ts";
import type { ScoreParts } from "./score.ts";

/** An eligible worker (by index in the round's list) with the score, its parts that depend on the order, and the way there. */
export interface Candidate extends Pick<ScoreParts, "skill" | "distance" | "history"> {
  readonly worker: number;
  readonly score: number;
  /** Whole metres; 0 for remote work. */
  readonly metres: number;
}

const columnNames = ["worker", "score", "skill", "distance", "history", "metres"] as const satisfies readonly (keyof Candidate)[];
type Columns = Record<(typeof columnNames)[number], Int32Array>;

/**
 * The eligible pairs of a whole round, in columns: a city has hundreds of thousands, and as objects they would cost more
 * than everything that is decided about them. An order's candidates are one range of rows, best first.
 */
export interface PairTable extends Columns {
  size: number;
  readonly draft: Draft;
}

/** The candidates of the order in hand, as they come; `keys` is where they are put in order. */
interface Draft extends Columns {
  size: number;
  keys: Float64Array;
}

/** A range of rows: `from` belongs to it, `to` does not. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

export function createPairTable(): PairTable {
  return { size: 0, ...columns(1_024), draft: { size: 0, ...columns(256), keys: new Float64Array(256) } };
}

function columns(length: number): Columns {
  const made = () => new Int32Array(length);
  return { worker: made(), score: made(), skill: made(), distance: made(), history: made(), metres: made() };
}

export function draftPair(draft: Draft, { worker, score, skill, distance, history, metres }: Candidate): void {
  const row = draft.size;
  if (row === draft.worker.length) growColumns(draft, row + 1);
  draft.worker[row] = worker;
  draft.score[row] = score;
  draft.skill[row] = skill;
  draft.distance[row] = distance;
  draft.history[row] = history;
  draft.metres[row] = metres;
  draft.size = row + 1;
}

function growColumns(table: Columns, least: number): void {
  const larger = columns(4 * least);
  for (const name of columnNames) {
    larger[name].set(table[name]);
    table[name] = larger[name];
  }
}

/** Moves the draft into the table, higher scores first, equal ones by worker; the rows are where it stands now. */
export function fileDraft(table: PairTable): Rows {
  const { draft } = table;
  const from = table.size;
  const to = from + draft.size;
  if (to > table.worker.length) growColumns(table, to);
  const order = orderOf(draft);
  for (const name of columnNames) file(draft[name], order, table[name], { from, to });
  table.size = to;
  draft.size = 0;
  return { from, to };
}

/** The rows of a draft in order. Score, worker and row are packed into one number each, by powers of two, so that they come apart exactly. */
function orderOf(draft: Draft): Float64Array {
  const { worker, score, size } = draft;
  if (draft.keys.length < size) draft.keys = new Float64Array(2 * size);
  let bestScore = 0;
  let lastWorker = 0;
  for (let row = 0; row < size; row += 1) {
    bestScore = Math.max(bestScore, score[row] as number);
    lastWorker = Math.max(lastWorker, worker[row] as number);
  }
  const rowSpan = spanOf(size);
  const workerSpan = spanOf(lastWorker + 1) * rowSpan;
  const { keys } = draft;
  for (let row = 0; row < size; row += 1) keys[row] = (bestScore - (score[row] as number)) * workerSpan + (worker[row] as number) * rowSpan + row;
  sortNumbers(keys, 0, size);
  for (let place = 0; place < size; place += 1) {
    const key = keys[place] as number;
    keys[place] = key - Math.floor(key / rowSpan) * rowSpan;
  }
  return keys;
}

/** The least power of two that is not less. */
function spanOf(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, count)));
}

/** Writes one column of a draft in order: the first is the one that stands at `order[0]`, and so on. */
function file(draft: Int32Array, order: Float64Array, column: Int32Array, { from, to }: Rows): void {
  for (let row = from; row < to; row += 1) column[row] = draft[order[row - from] as number] as number;
}

export function pairAt(table: PairTable, row: number): Candidate {
  return {
    worker: table.worker[row] as number,
    score: table.score[row] as number,
    skill: table.skill[row] as number,
    distance: table.distance[row] as number,
    history: table.history[row] as number,
    metres: table.metres[row] as number,
  };
}
