import type { Fen } from "@lingong/domain";

/** The fen of an amount as typed: whole yuan with at most two decimals; null: it is none. */
export function fenOf(typed: string): Fen | null {
  const match = /^(\d{1,7})(?:\.(\d{0,2}))?$/.exec(typed.trim());
  if (match === null) return null;
  const [, yuan = "0", fraction = ""] = match;
  return Number(yuan) * 100 + Number(fraction.padEnd(2, "0"));
}

/** An amount as one would type it: `1276.11`. */
export function typedOf(fen: Fen): string {
  return (fen / 100).toFixed(2);
}
