import type { ReactNode } from "react";
import classes from "./named-cell.module.css";

export interface NamedCellProps {
  /** Picture or tile. */
  readonly lead: ReactNode;
  readonly name: ReactNode;
  readonly detail?: ReactNode;
}

/** The first cell of a row: who or what it is. */
export function NamedCell({ lead, name, detail }: NamedCellProps) {
  return (
    <span className={classes.cell}>
      {lead}
      <span>
        {name}
        {detail !== undefined && <small>{detail}</small>}
      </span>
    </span>
  );
}
