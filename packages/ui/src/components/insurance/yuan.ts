import type { Fen } from "@lingong/domain";

/** What was typed as yuan, in fen; null: no amount, or more than two decimals. */
export function fenOfYuan(text: string): Fen | null {
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(text.normalize("NFKC").replaceAll(/[\s,]/g, ""));
  if (match === null) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** Fen as they are typed: `300`, `300.50`. */
export function yuanOfFen(fen: Fen): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}
