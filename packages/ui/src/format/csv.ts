import type { Fen } from "@lingong/domain";

/** A cell: a text, a number, or an amount of money, written in yuan. */
export type CsvCell = string | number | { readonly fen: Fen };

/** What a spreadsheet would take for a formula, in half and full width; a space or line break before it does not disarm it. */
const formula = /^[\s\u200B\uFEFF]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;

function written(cell: CsvCell): string {
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "object") return (cell.fen / 100).toFixed(2);
  const safe = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table as CSV (RFC 4180) that spreadsheets open as it is: UTF-8 with a byte order mark, CRLF. Texts people typed cannot
 * become formulas: they are marked as text by an apostrophe.
 */
export function csvOf(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(written).join(",")}\r\n`).join("")}`;
}
