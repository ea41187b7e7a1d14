/**
 * The rows of a sparse problem, island by island: rows that share columns, directly or by way of others, are one, and in it they stand as
 * before. What is decided about one island touches no other, so that the decisions are the same as in the rows' own order; taken one
 * after the other each is small enough to stay in the processor's cache. The rows' columns are `pairColumn` from `rowStart[row]` on.
 */
export function rowsByIsland(rowStart: Int32Array, pairColumn: Int32Array, columns: number): Int32Array {
  const rows = rowStart.length - 1;
  const leader = Int32Array.from({ length: rows }, (_, row) => row);
  const firstRow = new Int32Array(columns).fill(-1);
  for (let row = 0; row < rows; row += 1) {
    for (let pair = rowStart[row] as number; pair < (rowStart[row + 1] as number); pair += 1) {
      const column = pairColumn[pair] as number;
      const other = firstRow[column] as number;
      if (other < 0) firstRow[column] = row;
      else join(leader, row, other);
    }
  }
  return byLeader(leader);
}

/** Makes one island of two rows' islands: the lower leader leads it. */
function join(leader: Int32Array, one: number, other: number): void {
  const [first, second] = [leaderOf(leader, one), leaderOf(leader, other)];
  if (first < second) leader[second] = first;
  else leader[first] = second;
}

/** The row that leads a row's island; the way there is shortened for the next who asks. */
function leaderOf(leader: Int32Array, row: number): number {
  let at = row;
  while (leader[at] !== at) {
    leader[at] = leader[leader[at] as number] as number;
    at = leader[at] as number;
  }
  return at;
}

/** Rows by their leaders, each leader's in order: counted first, then put where they belong. */
function byLeader(leader: Int32Array): Int32Array {
  const next = new Int32Array(leader.length + 1);
  for (let row = 0; row < leader.length; row += 1) {
    const after = leaderOf(leader, row) + 1;
    next[after] = (next[after] as number) + 1;
  }
  for (let row = 0; row < leader.length; row += 1) next[row + 1] = (next[row + 1] as number) + (next[row] as number);
  const order = new Int32Array(leader.length);
  for (let row = 0; row < leader.length; row += 1) {
    const its = leaderOf(leader, row);
    const place = next[its] as number;
    order[place] = row;
    next[its] = place + 1;
  }
  return order;
}
