import { speedOf } from "../schedule/clearance.ts";
import type { Rows } from "./pair-table.ts";
import { tagsInCommon } from "./tag-bits.ts";
import { calendarSize, field, standingOf, type WorkerTable } from "./worker-table.ts";

/**
 * What receipts will ask of the worker of each eligible pair, beside the pair. Receipts are told order by order, each order's workers
 * from all over a city's table: taken down when a pair is judged, while its worker's row is at hand, it need not be fetched again.
 */
export interface PairNotes {
  /** Whole numbers, `noteSize` a pair: see `note`. */
  cells: Int32Array;
  /** Others, `numberSize` a pair: the standing as it is told, and how fast the worker goes (km/h). */
  numbers: Float64Array;
}

/** Where in a pair's notes each whole number stands. */
export const note = {
  standing: 0,
  activity: 1,
  response: 2,
  profile: 3,
  fairness: 4,
  tagsMatched: 5,
  tagsOnProfile: 6,
  /** 1: see `hasHistory` of the worker's row. */
  hasHistory: 7,
  /** The order's checks that may exclude the worker, wherever they are. */
  checks: 8,
} as const;
export const noteSize = 9;
export const numberSize = 2;

export function createPairNotes(): PairNotes {
  return { cells: new Int32Array(1_024 * noteSize), numbers: new Float64Array(1_024 * numberSize) };
}

/** Takes down what receipts will ask of the workers of an order's pairs. */
export function takeNotes(
  notes: PairNotes,
  table: WorkerTable,
  { from, to }: Rows,
  workers: Int32Array,
  { checks, tagWords }: { readonly checks: number; readonly tagWords: Int32Array },
): void {
  if (to * noteSize > notes.cells.length) growNotes(notes, to);
  const { cells, numbers } = notes;
  for (let pair = from; pair < to; pair += 1) {
    const worker = workers[pair] as number;
    const row = worker * table.stride;
    const at = pair * noteSize;
    cells[at + note.standing] = table.cells[row + field.standing] as number;
    cells[at + note.activity] = table.cells[row + field.activity] as number;
    cells[at + note.response] = table.cells[row + field.response] as number;
    cells[at + note.profile] = table.cells[row + field.profile] as number;
    cells[at + note.fairness] = table.cells[row + field.fairness] as number;
    cells[at + note.tagsOnProfile] = table.cells[row + field.tagsOnProfile] as number;
    cells[at + note.hasHistory] = table.cells[row + field.hasHistory] as number;
    cells[at + note.tagsMatched] = tagsInCommon(tagWords, table.cells, row + field.tags);
    cells[at + note.checks] = checks & (table.cells[row + field.checks] as number);
    numbers[pair * numberSize] = standingOf(table, worker);
    numbers[pair * numberSize + 1] = speedOf(table.numbers, worker * calendarSize);
  }
}

function growNotes(notes: PairNotes, least: number): void {
  const { cells, numbers } = notes;
  notes.cells = new Int32Array(2 * least * noteSize);
  notes.numbers = new Float64Array(2 * least * numberSize);
  notes.cells.set(cells);
  notes.numbers.set(numbers);
}
