import { assign } from "./assignment.ts";

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
export function chooseRows({ rowStart, pairColumn, pairScore, columns, people, capacity, bonus }: RoundPairs): Int32Array {
  const room = capacity.reduce((sum, each) => sum + each, 0);
  const point = (Math.min(room, columns) + 1) * (people + 1);
  const edgeWeight = new Float64Array(pairScore.length);
  for (let pair = 0; pair < edgeWeight.length; pair += 1) {
    edgeWeight[pair] = (pairScore[pair] as number) * point + people - ((pairColumn[pair] as number) % people);
  }
  const { edgeOfColumn } = assign({
    rows: rowStart.length - 1,
    columns,
    rowStart,
    edgeColumn: pairColumn,
    edgeWeight,
    capacity,
    bonus: bonus.map((points) => points * point),
  });
  return rowsOf(edgeOfColumn, rowStart);
}

/** From chosen edges to the rows they belong to. */
function rowsOf(edgeOfColumn: Int32Array, rowStart: Int32Array): Int32Array {
  const rowOfEdge = new Int32Array(rowStart.at(-1) ?? 0);
  for (let row = 0; row + 1 < rowStart.length; row += 1) rowOfEdge.fill(row, rowStart[row], rowStart[row + 1]);
  return edgeOfColumn.map((edge) => (edge < 0 ? -1 : (rowOfEdge[edge] as number)));
}
