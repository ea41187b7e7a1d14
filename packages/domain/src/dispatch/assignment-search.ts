import { distanceOf, lossOfUnit, NONE, priceOf, type Solver } from "./assignment-state.ts";
import { pop, push } from "./distance-heap.ts";

/**
 * Looks for the nearest way out for one more unit of a row: a free column, or a row (maybe the same) that goes without one, which
 * costs `loss`. What is nearest stands in `endDistance`, `endColumn` and `endRow`; the rows of the tree in `treeRows`.
 */
export function searchFrom(solver: Solver, row: number, loss: number): void {
  solver.search += 1;
  solver.treeSize = 0;
  solver.heap.size = 0;
  solver.endDistance = loss;
  solver.endColumn = NONE;
  solver.endRow = row;
  reachRow(solver, row, 0);
  growTree(solver);
}

/** Settles columns nearest first, each leading to the row that holds it, until no way out can be nearer than the best. */
function growTree(solver: Solver): void {
  const { heap } = solver;
  while (heap.size > 0) {
    const distance = heap.keys[0] as number;
    if (distance >= solver.endDistance) return;
    const column = heap.items[0] as number;
    pop(heap);
    if (distance > (solver.columnCells[distanceOf(column)] as number)) continue;
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

/**
 * Adds a row to the tree and relaxes its edges: best first, so that the rest can be left out as soon as one is too poor at any
 * price. Most lead nowhere nearer. Those are told apart by counting instead of branching: no processor can guess which.
 */
function reachRow(solver: Solver, row: number, distance: number): void {
  const { rowStart, edgeColumn, edgeWeight } = solver.problem;
  const { columnCells, nearEdges, endDistance } = solver;
  enterTree(solver, row, distance);
  const base = distance + (solver.rowPrice[row] as number);
  let count = 0;
  for (let edge = rowStart[row] as number, end = rowStart[row + 1] as number; edge < end; edge += 1) {
    const atBest = base - (edgeWeight[edge] as number);
    if (atBest >= endDistance) break;
    const column = edgeColumn[edge] as number;
    const reached = atBest + (columnCells[priceOf(column)] as number);
    nearEdges[count] = edge;
    count += Number(reached < endDistance) & Number(reached < (columnCells[distanceOf(column)] as number));
  }
  for (let index = 0; index < count; index += 1) reachColumn(solver, nearEdges[index] as number, base);
}

/** A row of the tree: its own columns need not be reached any more. */
function enterTree(solver: Solver, row: number, distance: number): void {
  solver.rowStamp[row] = solver.search;
  solver.rowDistance[row] = distance;
  solver.treeRows[solver.treeSize] = row;
  solver.treeSize += 1;
  markHeld(solver, row, Number.NEGATIVE_INFINITY);
}

/** Reaches a column by an edge, unless a way out was found meanwhile that is as near. */
function reachColumn(solver: Solver, edge: number, base: number): void {
  const { edgeColumn, edgeWeight } = solver.problem;
  const column = edgeColumn[edge] as number;
  const reached = base - (edgeWeight[edge] as number) + (solver.columnCells[priceOf(column)] as number);
  if (reached >= solver.endDistance) return;
  solver.columnCells[distanceOf(column)] = reached;
  solver.parentEdge[column] = edge;
  remember(solver, column);
  if ((solver.rowOfColumn[column] as number) === NONE) {
    solver.endDistance = reached;
    solver.endColumn = column;
  } else {
    push(solver.heap, reached, column);
  }
}

function remember(solver: Solver, column: number): void {
  if (solver.reachedSize === solver.reached.length) {
    const larger = new Int32Array(2 * solver.reached.length);
    larger.set(solver.reached);
    solver.reached = larger;
  }
  solver.reached[solver.reachedSize] = column;
  solver.reachedSize += 1;
}

/** Forgets the distances of a search. The matching must not have changed since. */
export function forgetDistances(solver: Solver): void {
  const { reached, reachedSize, columnCells, treeRows, treeSize } = solver;
  for (let index = 0; index < reachedSize; index += 1) columnCells[distanceOf(reached[index] as number)] = Number.POSITIVE_INFINITY;
  solver.reachedSize = 0;
  for (let index = 0; index < treeSize; index += 1) markHeld(solver, treeRows[index] as number, Number.POSITIVE_INFINITY);
}

/** Sets the distance of every column a row holds. */
function markHeld({ columnCells, slots, slotStart, taken }: Solver, row: number, distance: number): void {
  for (let slot = slotStart[row] as number, end = slot + (taken[row] as number); slot < end; slot += 1)
    columnCells[distanceOf(slots[slot] as number)] = distance;
}
