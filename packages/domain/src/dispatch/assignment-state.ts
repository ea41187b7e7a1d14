import type { AssignmentProblem, AssignmentSolution } from "./assignment.ts";
import { createHeap, type DistanceHeap } from "./distance-heap.ts";

/** No column, or no row. */
export const NONE = -1;

/** The state of a solve: prices, the matching both ways, and the present search tree. */
export interface Solver extends Omit<AssignmentSolution, "columnPrice"> {
  readonly problem: AssignmentProblem;
  readonly rowOfColumn: Int32Array;
  /** The columns of row `r` are `slots[slotStart[r]]` … for `taken[r]`. */
  readonly slots: Int32Array;
  readonly slotStart: Int32Array;
  readonly taken: Int32Array;
  readonly edgeRow: Int32Array;
  /** Search tree: `search` stamps the rows of the present one. */
  search: number;
  readonly rowStamp: Int32Array;
  readonly rowDistance: Float64Array;
  readonly entryColumn: Int32Array;
  readonly treeRows: Int32Array;
  treeSize: number;
  /**
   * Two numbers a column, side by side because whoever looks at one looks at the other: its price, and how near it was reached so far
   * (∞ not at all, −∞ when it is held by a row of the tree, which cannot be reached again).
   */
  readonly columnCells: Float64Array;
  readonly parentEdge: Int32Array;
  /** The columns reached, to be forgotten after the search. */
  reached: Int32Array;
  reachedSize: number;
  /** A row's edges that lead somewhere nearer: where they are gathered. */
  readonly nearEdges: Int32Array;
  readonly heap: DistanceHeap;
  /** The nearest way to end the path so far: at a free column, or by a row going without (`endColumn` −1). */
  endDistance: number;
  endColumn: number;
  endRow: number;
}

export function createSolver(problem: AssignmentProblem): Solver {
  const { rows, columns, rowStart, capacity } = problem;
  const edgeRow = new Int32Array(problem.edgeColumn.length);
  const slotStart = new Int32Array(rows + 1);
  let longest = 0;
  for (let row = 0; row < rows; row += 1) {
    slotStart[row + 1] = (slotStart[row] ?? 0) + (capacity[row] ?? 0);
    edgeRow.fill(row, rowStart[row], rowStart[row + 1]);
    longest = Math.max(longest, (rowStart[row + 1] ?? 0) - (rowStart[row] ?? 0));
  }
  return {
    problem,
    edgeRow,
    slotStart,
    edgeOfColumn: new Int32Array(columns).fill(NONE),
    rowPrice: new Float64Array(rows),
    rowOfColumn: new Int32Array(columns).fill(NONE),
    slots: new Int32Array(slotStart[rows] ?? 0),
    taken: new Int32Array(rows),
    search: 0,
    rowStamp: new Int32Array(rows),
    rowDistance: new Float64Array(rows),
    entryColumn: new Int32Array(rows),
    treeRows: new Int32Array(rows),
    treeSize: 0,
    columnCells: unreachedColumns(columns),
    parentEdge: new Int32Array(columns),
    reached: new Int32Array(1_024),
    reachedSize: 0,
    nearEdges: new Int32Array(longest),
    heap: createHeap(),
    endDistance: 0,
    endColumn: NONE,
    endRow: NONE,
  };
}

/** Where a column's price and its distance stand in its cells. */
export const priceOf = (column: number) => 2 * column;
export const distanceOf = (column: number) => 2 * column + 1;

function unreachedColumns(columns: number): Float64Array {
  const cells = new Float64Array(2 * columns);
  for (let column = 0; column < columns; column += 1) cells[distanceOf(column)] = Number.POSITIVE_INFINITY;
  return cells;
}

/** What a row loses by giving up one column: its price, and the bonus with its last one. */
export function lossOfUnit(solver: Solver, row: number, kept: number): number {
  return (solver.rowPrice[row] as number) + (kept > 0 ? 0 : (solver.problem.bonus[row] as number));
}
