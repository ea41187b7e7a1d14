import type { ReactNode } from "react";
import classes from "./split-words.module.css";

/** Under a split bar, in words: what the customer pays at the left, what the platform takes at the right. Each child is a span. */
export function SplitWords({ children }: { readonly children: ReactNode }) {
  return <div className={classes.words}>{children}</div>;
}
