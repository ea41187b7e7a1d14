import { type AssignmentProblem, assign } from "./assignment.ts";
import { rowsByIsland } from "./islands.ts";

/**
 * Who could get whom in one round, in compressed rows: the pairs of row `r` (an order) are `rowStart[r]` … `rowStart[r + 1] − 1`, by
 * falling score, equal ones by person. Scores and bonuses are whole points ≥ 0.
 */
export interface RoundPairs {
  readonly rowStart: Int32Array;
  readonly pairColumn: Int32Array;
  readonly pairScore: Int32Array;
  readonly columns: number;
  /** Columns this far apart are the same person (a worker's live and future offers): the remainder says who. */
  readonly people: number;
  /** How many columns each row may take. */
  readonly capacity: Int32Array;
  /** Points gained once, when the row gets any column at all. */
  readonly bonus: Float64Array;
}

/**
 * For each column the row it is given to, or −1: the greatest total of points over the whole round, exactly. The lower
 * person decides between equal totals: points are scaled up until all such preferences together are worth less than one.
 */
export function chooseRows(pairs: RoundPairs): Int32Array {
  const order = rowsByIsland(pairs.rowStart, pairs.pairColumn, pairs.columns);
  const { problem, labels } = problemOf(pairs, order);
  const { edgeOfColumn } = assign(problem);
  const rowOfEdge = rowsOfEdges(problem.rowStart, order);
  return labels.map((label) => {
    const edge = label < 0 ? -1 : (edgeOfColumn[label] as number);
    return edge < 0 ? -1 : (rowOfEdge[edge] as number);
  });
}

/** What is to be solved, with the rows in an order, and the columns under labels that they get as they come: those of an island lie together. */
function problemOf(pairs: RoundPairs, order: Int32Array): { readonly problem: AssignmentProblem; readonly labels: Int32Array } {
  const { rowStart, pairColumn, pairScore, columns, people, capacity, bonus } = pairs;
  const room = capacity.reduce((sum, each) => sum + each, 0);
  const point = (Math.min(room, columns) + 1) * (people + 1);
  const labels = new Int32Array(columns).fill(-1);
  const edgeStart = new Int32Array(rowStart.length);
  const edgeColumn = new Int32Array(pairColumn.length);
  const edgeWeight = new Float64Array(pairColumn.length);
  let [edge, known] = [0, 0];
  for (let turn = 0; turn < order.length; turn += 1) {
    const row = order[turn] as number;
    for (let pair = rowStart[row] as number, end = rowStart[row + 1] as number; pair < end; pair += 1, edge += 1) {
      const column = pairColumn[pair] as number;
      if ((labels[column] as number) < 0) labels[column] = known++;
      edgeColumn[edge] = labels[column] as number;
      edgeWeight[edge] = (pairScore[pair] as number) * point + people - (column % people);
    }
    edgeStart[turn + 1] = edge;
  }
  const rowCapacity = order.map((row) => capacity[row] as number);
  const rowBonus = Float64Array.from(order, (row) => (bonus[row] as number) * point);
  const problem = { rows: order.length, columns: known, rowStart: edgeStart, edgeColumn, edgeWeight, capacity: rowCapacity, bonus: rowBonus };
  return { problem, labels };
}

/** The row each edge belongs to. */
function rowsOfEdges(edgeStart: Int32Array, order: Int32Array): Int32Array {
  const rowOfEdge = new Int32Array(edgeStart.at(-1) ?? 0);
  for (let turn = 0; turn < order.length; turn += 1) rowOfEdge.fill(order[turn] as number, edgeStart[turn], edgeStart[turn + 1]);
  return rowOfEdge;
}
