import type { Findings } from "./benchmark.ts";
import type { Figure } from "./figures.ts";

const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });

function figureRow(name: string, { unit, median, least, most, runs }: Figure): readonly string[] {
  return [name, number.format(median), unit, `${number.format(least)} – ${number.format(most)}`, String(runs)];
}

/** Columns as wide as their widest cell; numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const right = new Set([1, 3, 4]);
  return rows.map((row) =>
    `  ${row.map((cell, column) => (right.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join("  ")}`.trimEnd(),
  );
}

/** What one benchmark found, for a person. */
export function wordsOf(name: string, { figures, targets, notes }: Findings): string {
  const rows = Object.entries(figures).flatMap(([group, named]) =>
    Object.entries(named).map(([each, figure]) => figureRow(`${group}: ${each}`, figure)),
  );
  const reached = targets.map(
    ({ figure, atLeast, atMost, median, met }) =>
      `  ${met ? "✓" : "✗"} ${figure}: ${number.format(median)} (target ${atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`})`,
  );
  return [name, ...aligned([["", "median", "", "least – most", "runs"], ...rows]), ...reached, ...notes.map((note) => `  ${note}`)].join("\n");
}
