import type { Fen } from "@lingong/domain";
import type { ReactNode } from "react";
import { moneyParts } from "../../format/money.ts";
import { classNames } from "../basics/class-names.ts";
import classes from "./price.module.css";

export interface PriceProps {
  readonly fen: Fen;
  /** Of the figure, in pixels of the type scale; 40 is the one amount of a screen. */
  readonly size?: 15 | 17 | 20 | 24 | 28 | 32 | 40;
  readonly tone?: "ink" | "accent" | "warn";
  /** Above the figure, 13 px. */
  readonly label?: ReactNode;
  /** How it came about, at the right: `¥50.00 × 3 小时 × 1 人`. */
  readonly formula?: ReactNode;
  /** Label at the left on one line with the figure. */
  readonly inline?: boolean;
  readonly className?: string;
}

/** An amount: sign and fen at 60 % of the figure. */
export function Price({ fen, size = 24, tone = "ink", label, formula, inline, className }: PriceProps) {
  const figure = <Figure fen={fen} size={size} tone={tone} />;
  if (label === undefined && formula === undefined) return <span className={className}>{figure}</span>;
  return (
    <div className={classNames(classes.block, className)}>
      <div className={inline ? classes.inline : undefined}>
        {label !== undefined && <div className={classes.label}>{label}</div>}
        {figure}
      </div>
      {formula !== undefined && <div className={classes.formula}>{formula}</div>}
    </div>
  );
}

function Figure({ fen, size, tone }: Required<Pick<PriceProps, "fen" | "size" | "tone">>) {
  const parts = moneyParts(fen);
  return (
    <span className={classNames(classes.figure, classes[tone])} style={{ fontSize: `var(--t${size})`, lineHeight: `var(--l${size})` }}>
      <span className={classes.sign}>
        {parts.minus}
        {parts.sign}
      </span>
      {parts.whole}
      <span className={classes.minor}>{parts.fraction}</span>
    </span>
  );
}
