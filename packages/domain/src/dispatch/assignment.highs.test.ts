import highsModule from "highs";
import { expect, it } from "vitest";
import { type AssignmentProblem, assign } from "./assignment.ts";

// Its types are those of its CommonJS build; imported, the loader itself is the default.
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** The same numbers on every run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A city: orders and workers on a square, each order with about `each` of the nearer ones; waves of up to three and urgency. */
function city(rows: number, columns: number, each: number): AssignmentProblem {
  const roll = dice(7);
  const side = Math.ceil(Math.sqrt(columns / each));
  const cells = Array.from({ length: side * side }, (): number[] => []);
  for (let column = 0; column < columns; column += 1) cells[roll(cells.length)]?.push(column);
  const rowStart = new Int32Array(rows + 1);
  const edges: { readonly column: number; readonly weight: number }[] = [];
  for (let row = 0; row < rows; row += 1) {
    const near = cells[roll(cells.length)] ?? [];
    const own = near.map((column) => ({ column, weight: roll(1_001) }));
    edges.push(...own.sort((a, b) => b.weight - a.weight || a.column - b.column));
    rowStart[row + 1] = edges.length;
  }
  return {
    rows,
    columns,
    rowStart,
    edgeColumn: Int32Array.from(edges, ({ column }) => column),
    edgeWeight: Float64Array.from(edges, ({ weight }) => weight),
    capacity: new Int32Array(rows).map(() => 1 + roll(3)),
    bonus: new Float64Array(rows).map(() => roll(600)),
  };
}

/**
 * The same problem as a linear programme: an edge adds one to its order's and its worker's row; what an order takes is a first unit,
 * which earns the bonus, and further ones. It is a flow, so the best fractional answer is whole.
 */
async function bestByHighs({ rows, columns, rowStart, edgeColumn, edgeWeight, capacity, bonus }: AssignmentProblem): Promise<number> {
  const indices: number[] = [];
  const values: number[] = [];
  const starts = [0];
  const add = (...entries: readonly (readonly [row: number, value: number])[]) => {
    for (const [row, value] of entries) {
      indices.push(row);
      values.push(value);
    }
    starts.push(indices.length);
  };
  for (let row = 0; row < rows; row += 1) {
    for (let edge = rowStart[row] ?? 0; edge < (rowStart[row + 1] ?? 0); edge += 1) add([row, 1], [rows + (edgeColumn[edge] ?? 0), 1]);
  }
  for (let row = 0; row < rows; row += 1) add([row, -1]);
  for (let row = 0; row < rows; row += 1) add([row, -1]);
  const further = Array.from(capacity, (most) => most - 1);
  const highs = await loadHighs();
  return highs.withModel(
    {
      numCols: edgeWeight.length + 2 * rows,
      numRows: rows + columns,
      colCost: [...edgeWeight, ...bonus, ...further.map(() => 0)].map((worth) => -worth),
      colLower: new Float64Array(edgeWeight.length + 2 * rows),
      colUpper: [...Array.from(edgeWeight, () => 1), ...Array.from(bonus, () => 1), ...further],
      rowLower: [...further.map(() => 0), ...Array.from({ length: columns }, () => 0)],
      rowUpper: [...further.map(() => 0), ...Array.from({ length: columns }, () => 1)],
      matrix: { format: "csc", numRows: rows + columns, numCols: edgeWeight.length + 2 * rows, starts, indices, values },
    },
    (model) => {
      model.options.set({ output_flag: false });
      model.run();
      return -model.getObjectiveValue();
    },
  );
}

function worthOf({ rows, rowStart, edgeWeight, capacity, bonus }: AssignmentProblem, edgeOfColumn: Int32Array): number {
  const rowOfEdge = new Int32Array(edgeWeight.length);
  for (let row = 0; row < rows; row += 1) rowOfEdge.fill(row, rowStart[row], rowStart[row + 1]);
  const taken = new Int32Array(rows);
  let worth = 0;
  for (const edge of edgeOfColumn) {
    if (edge < 0) continue;
    const row = rowOfEdge[edge] ?? 0;
    worth += (edgeWeight[edge] ?? 0) + (taken[row] === 0 ? (bonus[row] ?? 0) : 0);
    taken[row] = (taken[row] ?? 0) + 1;
  }
  expect(taken.every((units, row) => units <= (capacity[row] ?? 0))).toBe(true);
  return worth;
}

it("equals an independent exact solver on a round of 5,000 orders and 20,000 workers, 150,000 pairs", { timeout: 120_000 }, async () => {
  const problem = city(5_000, 20_000, 30);
  expect(problem.edgeWeight.length).toBeGreaterThan(140_000);
  const ours = worthOf(problem, assign(problem).edgeOfColumn);
  expect(ours).toBe(Math.round(await bestByHighs(problem)));
  expect(ours).toBeGreaterThan(5_000_000);
});
