import { createHeap, type DistanceHeap, pop, push } from "./distance-heap.ts";

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
    while ((solver.taken[row] as number) < (problem.capacity[row] as number)) if (!addUnit(solver, row)) break;
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
  let most = -(bonus[row] as number);
  for (let edge = rowStart[row] as number, end = rowStart[row + 1] as number; edge < end; edge += 1) {
    const weight = edgeWeight[edge] as number;
    if (weight <= most) break;
    most = Math.max(most, weight - (solver.columnPrice[edgeColumn[edge] as number] as number));
  }
  solver.rowPrice[row] = most;
}

/** What a row loses by giving up one column: its price, and the bonus with its last one. */
function lossOfUnit(solver: Solver, row: number, kept: number): number {
  return (solver.rowPrice[row] as number) + (kept > 0 ? 0 : (solver.problem.bonus[row] as number));
}

/** Tries to give `row` one more column. False: going without is best, for this unit and any further one. */
function addUnit(solver: Solver, row: number): boolean {
  const loss = lossOfUnit(solver, row, solver.taken[row] as number);
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
    const distance = heap.keys[0] as number;
    if (distance >= solver.endDistance) return;
    const column = heap.items[0] as number;
    pop(heap);
    if (distance > (solver.columnDistance[column] as number)) continue;
    const row = solver.rowOfColumn[column] as number;
    if ((solver.rowStamp[row] as number) === solver.search) continue;
    solver.entryColumn[row] = column;
    const goingWithout = distance + lossOfUnit(solver, row, (solver.taken[row] as number) - 1);
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
  const base = distance + (solver.rowPrice[row] as number);
  for (let edge = rowStart[row] as number, end = rowStart[row + 1] as number; edge < end; edge += 1) {
    const atBest = base - (edgeWeight[edge] as number);
    if (atBest >= solver.endDistance) break;
    const column = edgeColumn[edge] as number;
    const reached = atBest + (columnPrice[column] as number);
    if (reached >= solver.endDistance) continue;
    const holder = rowOfColumn[column] as number;
    if (holder === row) continue;
    if ((columnStamp[column] as number) === search && (columnDistance[column] as number) <= reached) continue;
    columnStamp[column] = search;
    columnDistance[column] = reached;
    parentEdge[column] = edge;
    if (holder === NONE) {
      solver.endDistance = reached;
      solver.endColumn = column;
    } else if ((solver.rowStamp[holder] as number) !== search) {
      push(heap, reached, column);
    }
  }
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
  const { rowPrice, columnPrice, slots, slotStart, taken } = solver;
  rowPrice[row] = price;
  for (let slot = slotStart[row] as number, end = slot + (taken[row] as number); slot < end; slot += 1) {
    const column = slots[slot] as number;
    columnPrice[column] = (columnPrice[column] as number) + change;
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
