import type { ReactNode } from "react";
import classes from "./figure-row.module.css";

/** Up to four figures side by side on a desk, fewer where it is narrow. */
export function FigureRow({ children }: { readonly children: ReactNode }) {
  return <div className={classes.figures}>{children}</div>;
}
