import type { ReactNode } from "react";
import classes from "./live-dot.module.css";

/** A dot with a halo and a word: this part of the screen is live. */
export function LiveDot({ children }: { readonly children: ReactNode }) {
  return <span className={classes.live}>{children}</span>;
}
