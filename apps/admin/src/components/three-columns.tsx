import type { ReactNode } from "react";
import classes from "./three-columns.module.css";

/** Three columns of panels, side by side where there is room: what it is about, the record, and what to do about it. */
export function ThreeColumns({ columns }: { readonly columns: readonly [ReactNode, ReactNode, ReactNode] }) {
  return (
    <div className={classes.grid}>
      {columns.map((column, index) => (
        <div key={index} className={classes.column}>
          {column}
        </div>
      ))}
    </div>
  );
}
