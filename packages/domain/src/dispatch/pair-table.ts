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
}

/** A range of rows: `from` belongs to it, `to` does not. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

export function createPairTable(): PairTable {
  return { size: 0, ...columns(1_024) };
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
  const larger = columns(2 * table.worker.length);
  for (const name of columnNames) {
    larger[name].set(table[name]);
    table[name] = larger[name];
  }
}

/**
 * Sorts the rows from `from` to the end: higher scores first, equal ones by worker. Score, worker and row are packed into one
 * number each, which sorts without asking back.
 */
export function sortTail(table: PairTable, from: number): void {
  const { worker, score, size } = table;
  const count = size - from;
  let bestScore = 0;
  let lastWorker = 0;
  for (let row = from; row < size; row += 1) {
    bestScore = Math.max(bestScore, score[row] as number);
    lastWorker = Math.max(lastWorker, worker[row] as number);
  }
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    const behind = bestScore - (score[from + index] as number);
    keys[index] = (behind * (lastWorker + 1) + (worker[from + index] as number)) * count + index;
  }
  keys.sort();
  const before = new Int32Array(count);
  for (const name of columnNames) {
    const column = table[name];
    before.set(column.subarray(from, size));
    for (let index = 0; index < count; index += 1) column[from + index] = before[(keys[index] as number) % count] as number;
  }
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
