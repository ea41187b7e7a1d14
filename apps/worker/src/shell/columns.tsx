import type { ReactNode } from "react";
import classes from "./shell.module.css";

export interface ColumnsProps {
  readonly main: ReactNode;
  readonly side: ReactNode;
  /** Both as wide; else the side is narrower. */
  readonly even?: boolean;
  /** What is looked at most lies at the side: it comes first on a phone, and for readers. */
  readonly sideFirst?: boolean;
}

/** Two columns on a desk, one after the other on a phone. */
export function Columns({ main, side, even, sideFirst }: ColumnsProps) {
  const columns = [
    <div key="main" className={classes.column}>
      {main}
    </div>,
    <div key="side" className={`${classes.column} ${classes.side}`}>
      {side}
    </div>,
  ];
  return <div className={even ? `${classes.columns} ${classes.even}` : classes.columns}>{sideFirst ? columns.toReversed() : columns}</div>;
}
