import { forgetDistances, searchFrom } from "./assignment-search.ts";
import { createSolver, lossOfUnit, NONE, priceOf, type Solver } from "./assignment-state.ts";

/**
 * A sparse assignment problem in compressed rows: the edges of row `r` are `rowStart[r]` … `rowStart[r + 1] − 1`, by
 * falling weight, each to a column with a weight ≥ 0. All numbers are integers below 2^53, so every comparison is exact.
 */
export interface AssignmentProblem {
  readonly rows: number;
  readonly columns: number;
  readonly rowStart: Int32Array;
  readonly edgeColumn: Int32Array;
  readonly edgeWeight: Float64Array;
  /** How many columns each row may take; a column takes one row. */
  readonly capacity: Int32Array;
  /** What is gained on top, once, when the row gets any column at all; ≥ 0. */
  readonly bonus: Float64Array;
}

/**
 * The chosen edges, by column (−1: free), with prices that prove the choice optimal: no edge is worth more than its
 * row's and column's price together, chosen ones exactly that, and free columns cost nothing.
 */
export interface AssignmentSolution {
  readonly edgeOfColumn: Int32Array;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
}

/**
 * Chooses edges of the greatest total weight plus bonuses, exactly: rows are added one unit at a time by a shortest
 * augmenting path on reduced prices (Jonker–Volgenant, sparse, with capacities); going without is always allowed.
 * Deterministic for a given problem: the caller makes ties impossible where they would matter.
 */
export function assign(problem: AssignmentProblem): AssignmentSolution {
  const solver = createSolver(problem);
  for (let row = 0; row < problem.rows; row += 1) {
    openRow(solver, row);
    while ((solver.taken[row] as number) < (problem.capacity[row] as number)) if (!addUnit(solver, row)) break;
  }
  const { edgeOfColumn, rowPrice, columnCells } = solver;
  const columnPrice = new Float64Array(problem.columns).map((_, column) => columnCells[priceOf(column)] as number);
  return { edgeOfColumn, rowPrice, columnPrice };
}

/** A new row asks the most that any of its edges leaves over: then no reduced price is negative. */
function openRow(solver: Solver, row: number): void {
  const { rowStart, edgeColumn, edgeWeight, bonus } = solver.problem;
  let most = -(bonus[row] as number);
  for (let edge = rowStart[row] as number, end = rowStart[row + 1] as number; edge < end; edge += 1) {
    const weight = edgeWeight[edge] as number;
    if (weight <= most) break;
    most = Math.max(most, weight - (solver.columnCells[priceOf(edgeColumn[edge] as number)] as number));
  }
  solver.rowPrice[row] = most;
}

/** Tries to give `row` one more column. False: going without is best, for this unit and any further one. */
function addUnit(solver: Solver, row: number): boolean {
  const loss = lossOfUnit(solver, row, solver.taken[row] as number);
  if (loss <= 0) return false;
  searchFrom(solver, row, loss);
  forgetDistances(solver);
  reprice(solver);
  if (solver.endColumn === NONE && solver.endRow === row) return false;
  augment(solver, row);
  return true;
}

/** Lowers the price of every row of the tree, and raises that of the columns it holds, by what it lies nearer than the end. */
function reprice(solver: Solver): void {
  const { treeRows, rowDistance, rowPrice, endDistance } = solver;
  for (let index = 0; index < solver.treeSize; index += 1) {
    const row = treeRows[index] as number;
    lowerRowPrice(solver, row, (rowPrice[row] as number) - (endDistance - (rowDistance[row] as number)));
  }
}

/** Lowers a row's price to `price`, if it lies above; the columns it holds rise by as much, so that they stay tight. */
function lowerRowPrice(solver: Solver, row: number, price: number): void {
  const change = (solver.rowPrice[row] as number) - price;
  if (change <= 0) return;
  const { rowPrice, columnCells, slots, slotStart, taken } = solver;
  rowPrice[row] = price;
  for (let slot = slotStart[row] as number, end = slot + (taken[row] as number); slot < end; slot += 1) {
    const column = slots[slot] as number;
    columnCells[priceOf(column)] = (columnCells[priceOf(column)] as number) + change;
  }
}

/** Hands columns over along the path, from its end back to the row that asked. */
function augment(solver: Solver, source: number): void {
  let column = solver.endColumn;
  if (column === NONE) {
    column = solver.entryColumn[solver.endRow] as number;
    release(solver, solver.endRow, column);
  }
  for (;;) {
    const edge = solver.parentEdge[column] as number;
    const row = solver.edgeRow[edge] as number;
    const next = solver.entryColumn[row] as number;
    if (row !== source) release(solver, row, next);
    take(solver, row, column, edge);
    if (row === source) return;
    column = next;
  }
}

function take(solver: Solver, row: number, column: number, edge: number): void {
  const { slots, slotStart, taken } = solver;
  slots[(slotStart[row] as number) + (taken[row] as number)] = column;
  taken[row] = (taken[row] as number) + 1;
  solver.rowOfColumn[column] = row;
  solver.edgeOfColumn[column] = edge;
}

function release(solver: Solver, row: number, column: number): void {
  const { slots, slotStart, taken } = solver;
  const last = (slotStart[row] as number) + (taken[row] as number) - 1;
  let slot = slotStart[row] as number;
  while ((slots[slot] as number) !== column) slot += 1;
  slots[slot] = slots[last] as number;
  taken[row] = (taken[row] as number) - 1;
}
