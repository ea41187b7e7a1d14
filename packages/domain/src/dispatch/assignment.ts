import { at, createHeap, type DistanceHeap, pop, push } from "./distance-heap.ts";

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

const NONE = -1;

/** The state of a solve: prices, the matching both ways, and the present search tree. */
interface Solver extends AssignmentSolution {
  readonly problem: AssignmentProblem;
  readonly rowOfColumn: Int32Array;
  /** The columns of row `r` are `slots[slotStart[r]]` … for `taken[r]`. */
  readonly slots: Int32Array;
  readonly slotStart: Int32Array;
  readonly taken: Int32Array;
  /** Search tree: `search` stamps what belongs to the present one. */
  search: number;
  readonly columnStamp: Int32Array;
  readonly columnDistance: Float64Array;
  readonly parentEdge: Int32Array;
  readonly edgeRow: Int32Array;
  readonly rowStamp: Int32Array;
  readonly rowDistance: Float64Array;
  readonly entryColumn: Int32Array;
  readonly treeRows: Int32Array;
  treeSize: number;
  readonly heap: DistanceHeap;
  /** The nearest way to end the path so far: at a free column, or by a row going without (`endColumn` −1). */
  endDistance: number;
  endColumn: number;
  endRow: number;
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
    while (at(solver.taken, row) < at(problem.capacity, row)) if (!addUnit(solver, row)) break;
  }
  return solver;
}

function createSolver(problem: AssignmentProblem): Solver {
  const { rows, columns, rowStart, capacity } = problem;
  const edgeRow = new Int32Array(problem.edgeColumn.length);
  const slotStart = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row += 1) {
    slotStart[row + 1] = (slotStart[row] ?? 0) + (capacity[row] ?? 0);
    edgeRow.fill(row, rowStart[row], rowStart[row + 1]);
  }
  return {
    problem,
    edgeRow,
    slotStart,
    edgeOfColumn: new Int32Array(columns).fill(NONE),
    rowPrice: new Float64Array(rows),
    columnPrice: new Float64Array(columns),
    rowOfColumn: new Int32Array(columns).fill(NONE),
    slots: new Int32Array(slotStart[rows] ?? 0),
    taken: new Int32Array(rows),
    search: 0,
    columnStamp: new Int32Array(columns),
    columnDistance: new Float64Array(columns),
    parentEdge: new Int32Array(columns),
    rowStamp: new Int32Array(rows),
    rowDistance: new Float64Array(rows),
    entryColumn: new Int32Array(rows),
    treeRows: new Int32Array(rows),
    treeSize: 0,
    heap: createHeap(),
    endDistance: 0,
    endColumn: NONE,
    endRow: NONE,
  };
}

/** A new row asks the most that any of its edges leaves over: then no reduced price is negative. */
function openRow(solver: Solver, row: number): void {
  const { rowStart, edgeColumn, edgeWeight, bonus } = solver.problem;
  let most = -at(bonus, row);
  for (let edge = at(rowStart, row), end = at(rowStart, row + 1); edge < end; edge += 1) {
    const weight = at(edgeWeight, edge);
    if (weight <= most) break;
    most = Math.max(most, weight - at(solver.columnPrice, at(edgeColumn, edge)));
  }
  solver.rowPrice[row] = most;
}

/** What a row loses by giving up one column: its price, and the bonus with its last one. */
function lossOfUnit(solver: Solver, row: number, kept: number): number {
  return at(solver.rowPrice, row) + (kept > 0 ? 0 : at(solver.problem.bonus, row));
}

/** Tries to give `row` one more column. False: going without is best, for this unit and any further one. */
function addUnit(solver: Solver, row: number): boolean {
  const loss = lossOfUnit(solver, row, at(solver.taken, row));
  if (loss <= 0) return false;
  solver.search += 1;
  solver.treeSize = 0;
  solver.heap.size = 0;
  solver.endDistance = loss;
  solver.endColumn = NONE;
  solver.endRow = row;
  reachRow(solver, row, 0);
  growTree(solver);
  reprice(solver);
  if (solver.endColumn === NONE && solver.endRow === row) return false;
  augment(solver, row);
  return true;
}

/** Settles columns nearest first, each leading to the row that holds it, until no way out can be nearer than the best. */
function growTree(solver: Solver): void {
  const { heap } = solver;
  while (heap.size > 0) {
    const distance = at(heap.keys, 0);
    if (distance >= solver.endDistance) return;
    const column = at(heap.items, 0);
    pop(heap);
    if (distance > at(solver.columnDistance, column)) continue;
    const row = at(solver.rowOfColumn, column);
    if (at(solver.rowStamp, row) === solver.search) continue;
    solver.entryColumn[row] = column;
    const goingWithout = distance + lossOfUnit(solver, row, at(solver.taken, row) - 1);
    if (goingWithout < solver.endDistance) {
      solver.endDistance = goingWithout;
      solver.endColumn = NONE;
      solver.endRow = row;
    }
    reachRow(solver, row, distance);
  }
}

/** Adds a row to the tree and relaxes its edges: best first, so that the rest can be left out as soon as one is too poor at any price. */
function reachRow(solver: Solver, row: number, distance: number): void {
  const { rowStart, edgeColumn, edgeWeight } = solver.problem;
  const { columnPrice, rowOfColumn, columnStamp, columnDistance, parentEdge, search, heap } = solver;
  solver.rowStamp[row] = search;
  solver.rowDistance[row] = distance;
  solver.treeRows[solver.treeSize] = row;
  solver.treeSize += 1;
  const base = distance + at(solver.rowPrice, row);
  for (let edge = at(rowStart, row), end = at(rowStart, row + 1); edge < end; edge += 1) {
    const atBest = base - at(edgeWeight, edge);
    if (atBest >= solver.endDistance) break;
    const column = at(edgeColumn, edge);
    const reached = atBest + at(columnPrice, column);
    if (reached >= solver.endDistance) continue;
    const holder = at(rowOfColumn, column);
    if (holder === row) continue;
    if (at(columnStamp, column) === search && at(columnDistance, column) <= reached) continue;
    columnStamp[column] = search;
    columnDistance[column] = reached;
    parentEdge[column] = edge;
    if (holder === NONE) {
      solver.endDistance = reached;
      solver.endColumn = column;
    } else if (at(solver.rowStamp, holder) !== search) {
      push(heap, reached, column);
    }
  }
}

/** Lowers the price of every row of the tree, and raises that of the columns it holds, by what it lies nearer than the end. */
function reprice(solver: Solver): void {
  const { treeRows, rowDistance, rowPrice, endDistance } = solver;
  for (let index = 0; index < solver.treeSize; index += 1) {
    const row = at(treeRows, index);
    lowerRowPrice(solver, row, at(rowPrice, row) - (endDistance - at(rowDistance, row)));
  }
}

/** Lowers a row's price to `price`, if it lies above; the columns it holds rise by as much, so that they stay tight. */
function lowerRowPrice(solver: Solver, row: number, price: number): void {
  const change = at(solver.rowPrice, row) - price;
  if (change <= 0) return;
  const { rowPrice, columnPrice, slots, slotStart, taken } = solver;
  rowPrice[row] = price;
  for (let slot = at(slotStart, row), end = slot + at(taken, row); slot < end; slot += 1) {
    const column = at(slots, slot);
    columnPrice[column] = at(columnPrice, column) + change;
  }
}

/** Hands columns over along the path, from its end back to the row that asked. */
function augment(solver: Solver, source: number): void {
  let column = solver.endColumn;
  if (column === NONE) {
    column = at(solver.entryColumn, solver.endRow);
    release(solver, solver.endRow, column);
  }
  for (;;) {
    const edge = at(solver.parentEdge, column);
    const row = at(solver.edgeRow, edge);
    const next = at(solver.entryColumn, row);
    if (row !== source) release(solver, row, next);
    take(solver, row, column, edge);
    if (row === source) return;
    column = next;
  }
}

function take(solver: Solver, row: number, column: number, edge: number): void {
  const { slots, slotStart, taken } = solver;
  slots[at(slotStart, row) + at(taken, row)] = column;
  taken[row] = at(taken, row) + 1;
  solver.rowOfColumn[column] = row;
  solver.edgeOfColumn[column] = edge;
}

function release(solver: Solver, row: number, column: number): void {
  const { slots, slotStart, taken } = solver;
  const last = at(slotStart, row) + at(taken, row) - 1;
  let slot = at(slotStart, row);
  while (at(slots, slot) !== column) slot += 1;
  slots[slot] = at(slots, last);
  taken[row] = at(taken, row) - 1;
}
