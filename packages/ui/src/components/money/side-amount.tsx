import type { ReactNode } from "react";
import classes from "./side-amount.module.css";

export interface SideAmountProps {
  readonly label: ReactNode;
  /** Written already: one amount, or a range of them. */
  readonly amount: string;
  readonly note?: ReactNode;
  readonly tone?: "accent";
}

/** The second amount of a card, at its right edge: what was prepaid, goes back, or is taken home. */
export function SideAmount({ label, amount, note, tone }: SideAmountProps) {
  return (
    <span className={classes.side} data-tone={tone}>
      {label}
      <b>{amount}</b>
      {note !== undefined && <small>{note}</small>}
    </span>
  );
}
