import type { ReactNode } from "react";
import classes from "./field-head.module.css";

/** Over a field that is no plain input: what it asks for, and at the right how it stands. */
export function FieldHead({ children, aside }: { readonly children: ReactNode; readonly aside?: ReactNode }) {
  return (
    <div className={classes.head}>
      <span>{children}</span>
      {aside !== undefined && <span>{aside}</span>}
    </div>
  );
}
