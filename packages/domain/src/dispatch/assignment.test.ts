import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AssignmentProblem, assign } from "./assignment.ts";

interface Edge {
  readonly row: number;
  readonly column: number;
  readonly weight: number;
}

function problemOf(rows: number, columns: number, edges: readonly Edge[], capacity: readonly number[], bonus: readonly number[]): AssignmentProblem {
  const sorted = [...edges].sort((a, b) => a.row - b.row || b.weight - a.weight || a.column - b.column);
  const rowStart = new Int32Array(rows + 1);
  for (const { row } of sorted) rowStart[row + 1] = (rowStart[row + 1] ?? 0) + 1;
  for (let row = 0; row < rows; row += 1) rowStart[row + 1] = (rowStart[row + 1] ?? 0) + (rowStart[row] ?? 0);
  return {
    rows,
    columns,
    rowStart,
    edgeColumn: Int32Array.from(sorted, ({ column }) => column),
    edgeWeight: Float64Array.from(sorted, ({ weight }) => weight),
    capacity: Int32Array.from(capacity),
    bonus: Float64Array.from(bonus),
  };
}

/** Row of each edge, from the compressed rows. */
function rowsOfEdges({ rows, rowStart }: AssignmentProblem): number[] {
  return Array.from({ length: rows }).flatMap((_, row) => Array<number>((rowStart[row + 1] ?? 0) - (rowStart[row] ?? 0)).fill(row));
}

/** The value of a choice, having checked that it keeps the capacities. */
function worthOf(problem: AssignmentProblem, edgeOfColumn: ArrayLike<number>): number {
  const edgeRow = rowsOfEdges(problem);
  const taken = Array<number>(problem.rows).fill(0);
  let value = 0;
  for (let column = 0; column < problem.columns; column += 1) {
    const edge = edgeOfColumn[column] ?? -1;
    if (edge < 0) continue;
    expect(problem.edgeColumn[edge]).toBe(column);
    const row = edgeRow[edge] ?? -1;
    value += (problem.edgeWeight[edge] ?? 0) + (taken[row] === 0 ? (problem.bonus[row] ?? 0) : 0);
    taken[row] = (taken[row] ?? 0) + 1;
  }
  for (let row = 0; row < problem.rows; row += 1) expect(taken[row]).toBeLessThanOrEqual(problem.capacity[row] ?? 0);
  return value;
}

/** Every choice tried. */
function bestByTrying(problem: AssignmentProblem): number {
  const edgeRow = rowsOfEdges(problem);
  const left = Array.from(problem.capacity);
  const visit = (column: number): number => {
    if (column === problem.columns) return 0;
    let best = visit(column + 1);
    for (const [edge, row] of edgeRow.entries()) {
      if (problem.edgeColumn[edge] !== column || (left[row] ?? 0) === 0) continue;
      const first = left[row] === problem.capacity[row] ? (problem.bonus[row] ?? 0) : 0;
      left[row] = (left[row] ?? 0) - 1;
      best = Math.max(best, (problem.edgeWeight[edge] ?? 0) + first + visit(column + 1));
      left[row] = (left[row] ?? 0) + 1;
    }
    return best;
  };
  return visit(0);
}

const smallProblem = fc
  .record({ rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 6 }), weightMost: fc.constantFrom(2, 10, 1_000) })
  .chain(({ rows, columns, weightMost }) =>
    fc
      .record({
        edges: fc.uniqueArray(
          fc.record({
            row: fc.integer({ min: 0, max: rows - 1 }),
            column: fc.integer({ min: 0, max: columns - 1 }),
            weight: fc.integer({ min: 0, max: weightMost }),
          }),
          { selector: ({ row, column }) => row * columns + column, maxLength: rows * columns },
        ),
        capacity: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rows, maxLength: rows }),
        bonus: fc.array(fc.integer({ min: 0, max: weightMost }), { minLength: rows, maxLength: rows }),
      })
      .map(({ edges, capacity, bonus }) => problemOf(rows, columns, edges, capacity, bonus)),
  );

/** The same numbers on every run, for problems too large to shrink. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Checks the prices: with them, no other choice can be worth more (linear programming duality). */
function expectProof(problem: AssignmentProblem): void {
  const { edgeOfColumn, rowPrice, columnPrice } = assign(problem);
  const edgeRow = rowsOfEdges(problem);
  const taken = Array<number>(problem.rows).fill(0);
  for (const [edge, row] of edgeRow.entries()) {
    const column = problem.edgeColumn[edge] ?? 0;
    const slack = (rowPrice[row] ?? 0) + (columnPrice[column] ?? 0) - (problem.edgeWeight[edge] ?? 0);
    if (slack < 0) throw new Error(`edge ${edge} is worth more than its prices`);
    if (edgeOfColumn[column] === edge) {
      if (slack !== 0) throw new Error(`chosen edge ${edge} is not tight`);
      taken[row] = (taken[row] ?? 0) + 1;
    }
  }
  for (let column = 0; column < problem.columns; column += 1) {
    expect(columnPrice[column]).toBeGreaterThanOrEqual(0);
    if (edgeOfColumn[column] === -1) expect(columnPrice[column]).toBe(0);
  }
  for (let row = 0; row < problem.rows; row += 1) {
    const units = taken[row] ?? 0;
    const price = rowPrice[row] ?? 0;
    const bonus = problem.bonus[row] ?? 0;
    expect(price).toBeGreaterThanOrEqual(units >= 2 ? 0 : -bonus);
    if (units < (problem.capacity[row] ?? 0)) expect(price).toBeLessThanOrEqual(units === 0 ? -bonus : 0);
  }
}

describe("assignment", () => {
  it("equals trying every choice, on 3,000 small problems", () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        expect(worthOf(problem, assign(problem).edgeOfColumn)).toBe(bestByTrying(problem));
      }),
      { numRuns: 3_000 },
    );
  });

  it("proves its choice by prices on small and on large sparse problems", () => {
    fc.assert(fc.property(smallProblem, expectProof), { numRuns: 500 });
    const roll = dice(42);
    for (const [rows, columns, each] of [
      [300, 200, 20],
      [200, 2_000, 30],
      [1_000, 1_000, 12],
    ] as const) {
      const edges: Edge[] = [];
      for (let row = 0; row < rows; row += 1) {
        const seen = new Set<number>();
        for (let n = 0; n < each; n += 1) seen.add(roll(columns));
        for (const column of seen) edges.push({ row, column, weight: roll(1_001) });
      }
      const capacity = Array.from({ length: rows }, () => roll(4));
      const bonus = Array.from({ length: rows }, () => roll(300));
      expectProof(problemOf(rows, columns, edges, capacity, bonus));
    }
  });

  it("leaves a column free rather than take it from who values it more", () => {
    const problem = problemOf(
      2,
      1,
      [
        { row: 0, column: 0, weight: 5 },
        { row: 1, column: 0, weight: 7 },
      ],
      [1, 1],
      [0, 0],
    );
    expect(Array.from(assign(problem).edgeOfColumn)).toEqual([1]);
  });

  it("counts a row's bonus once", () => {
    const edges = [
      { row: 0, column: 0, weight: 10 },
      { row: 0, column: 1, weight: 10 },
      { row: 1, column: 0, weight: 5 },
      { row: 1, column: 1, weight: 4 },
    ];
    expect(Array.from(assign(problemOf(2, 2, edges, [2, 2], [0, 0])).edgeOfColumn)).toEqual([0, 1]);
    expect(Array.from(assign(problemOf(2, 2, edges, [2, 2], [6, 6])).edgeOfColumn)).toEqual([2, 1]);
  });

  it("answers an empty problem", () => {
    expect(assign(problemOf(0, 0, [], [], [])).edgeOfColumn.length).toBe(0);
    expect(Array.from(assign(problemOf(1, 2, [], [3], [9])).edgeOfColumn)).toEqual([-1, -1]);
  });
});
