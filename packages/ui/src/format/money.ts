import type { BasisPoints, Fen } from "@lingong/domain";

const MINUS = "\u2212";
const NO_BREAK = "\u00a0";

export interface MoneyParts {
  readonly minus: "" | "\u2212";
  readonly sign: "¥";
  readonly whole: string;
  /** With its point: ".50". */
  readonly fraction: string;
}

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** Fen as the parts of a price: sign, grouped yuan, point and two decimals. Both languages write yuan alike. */
export function moneyParts(fen: Fen): MoneyParts {
  const size = Math.abs(fen);
  return {
    minus: fen < 0 ? MINUS : "",
    sign: "¥",
    whole: whole.format(Math.floor(size / 100)),
    fraction: `.${String(size % 100).padStart(2, "0")}`,
  };
}

/** `¥1,263.48`, always two decimals, with a true minus sign. */
export function formatMoney(fen: Fen): string {
  const parts = moneyParts(fen);
  return `${parts.minus}${parts.sign}${parts.whole}${parts.fraction}`;
}

/** A band of prices in whole yuan: `¥45–58`. */
export function formatMoneyRange(from: Fen, to: Fen): string {
  return `¥${whole.format(Math.round(from / 100))}–${whole.format(Math.round(to / 100))}`;
}

/** Whole yuan for a chart's axis: `¥400`. */
export function formatYuan(fen: Fen): string {
  return `${fen < 0 ? MINUS : ""}¥${whole.format(Math.round(Math.abs(fen) / 100))}`;
}

/** `15 %`, `15.5 %`: a rate of basis points, with a space that does not break. */
export function formatRate(rate: BasisPoints): string {
  const sign = rate < 0 ? MINUS : "";
  return `${sign}${trimmed(Math.abs(rate) / 100, 2)}${NO_BREAK}%`;
}

/** `93.9 %` from a share of 0 to 1, with at most one decimal. */
export function formatShare(share: number): string {
  return `${share < 0 ? MINUS : ""}${trimmed(Math.abs(share) * 100, 1)}${NO_BREAK}%`;
}

/** `+6.8 %` or `−2.1 %`: a change as a share. */
export function formatChange(share: number): string {
  return share > 0 ? `+${formatShare(share)}` : formatShare(share);
}

function trimmed(value: number, digits: number): string {
  return new Intl.NumberFormat("en-US", { maximumFractionDigits: digits, useGrouping: false }).format(value);
}

const counts = new Intl.NumberFormat("en-US");

/** `2,917`: a count with groups. */
export function formatCount(count: number): string {
  return counts.format(count).replace("-", MINUS);
}
