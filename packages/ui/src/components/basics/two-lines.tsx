import type { ReactNode } from "react";
import classes from "./two-lines.module.css";

export interface TwoLinesProps {
  readonly title: ReactNode;
  readonly detail: ReactNode;
  /** A third, quieter line. */
  readonly note?: ReactNode;
  /** body: the title as large as the text around it · compact: 14 over 13 · dense: 14 over 12, of the dashboard. */
  readonly size?: "body" | "compact" | "dense";
  /** Takes the room that its row leaves. */
  readonly grow?: boolean;
}

/** Who or what it is, and under it what is to be known of it: in a row beside a picture, an icon or an amount. */
export function TwoLines({ title, detail, note, size = "body", grow }: TwoLinesProps) {
  return (
    <span className={classes.lines} data-size={size} data-grow={grow || undefined}>
      <b>{title}</b>
      <span>{detail}</span>
      {note !== undefined && <small>{note}</small>}
    </span>
  );
}
