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
  /** Where rows are put in order. */
  readonly order: { keys: Float64Array; before: Int32Array };
}

/** A range of rows: `from` belongs to it, `to` does not. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

export function createPairTable(): PairTable {
  return { size: 0, ...columns(1_024), order: { keys: new Float64Array(1_024), before: new Int32Array(1_024) } };
}

function columns(length: number): Columns {
  const made = () => new Int32Array(length);
  return { worker: made(), score: made(), skill: made(), distance: made(), history: made(), metres: made() };
}

export function appendPair(table: PairTable, { worker, score, skill, distance, history, metres }: Candidate): void {
  const row = table.size;
  if (row === table.worker.length) growTable(table);
  table.worker[row] = worker;
  table.score[row] = score;
  table.skill[row] = skill;
  table.distance[row] = distance;
  table.history[row] = history;
  table.metres[row] = metres;
  table.size = row + 1;
}

function growTable(table: PairTable): void {
  const length = 4 * table.worker.length;
  const larger = columns(length);
  for (const name of columnNames) {
    larger[name].set(table[name]);
    table[name] = larger[name];
  }
}

/**
 * Sorts the rows from `from` to the end: higher scores first, equal ones by worker. Score, worker and row are packed into one
 * number each, which sorts without asking back; by powers of two, so that they come apart exactly.
 */
export function sortTail(table: PairTable, from: number): void {
  const { worker, score, size, order } = table;
  const count = size - from;
  if (order.keys.length < count) table.order.keys = new Float64Array(2 * count);
  if (order.before.length < count) table.order.before = new Int32Array(2 * count);
  let bestScore = 0;
  let lastWorker = 0;
  for (let row = from; row < size; row += 1) {
    bestScore = Math.max(bestScore, score[row] as number);
    lastWorker = Math.max(lastWorker, worker[row] as number);
  }
  const rowSpan = spanOf(count);
  const workerSpan = spanOf(lastWorker + 1) * rowSpan;
  const keys = order.keys.subarray(0, count);
  for (let index = 0; index < count; index += 1) {
    const behind = bestScore - (score[from + index] as number);
    keys[index] = behind * workerSpan + (worker[from + index] as number) * rowSpan + index;
  }
  keys.sort();
  for (let index = 0; index < count; index += 1) {
    const key = keys[index] as number;
    keys[index] = from + key - Math.floor(key / rowSpan) * rowSpan;
  }
  for (const name of columnNames) arrange(table[name], { from, to: size }, keys, order.before);
}

/** The least power of two that is not less. */
function spanOf(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, count)));
}

/** Puts the rows of one column in order: the first of them is the one that stood at `rows[0]`, and so on. */
function arrange(column: Int32Array, { from, to }: Rows, rows: Float64Array, before: Int32Array): void {
  for (let index = 0; index < to - from; index += 1) before[index] = column[rows[index] as number] as number;
  for (let index = 0; index < to - from; index += 1) column[from + index] = before[index] as number;
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
