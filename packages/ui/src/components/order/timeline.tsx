import type { ReactNode } from "react";
import { classNames } from "../basics/class-names.ts";
import classes from "./timeline.module.css";

export interface TimelineItem {
  readonly key: string;
  readonly title: ReactNode;
  /** At the right, in monospace: an evidence number or a version. */
  readonly code?: ReactNode;
  /** Second line: time and detail. */
  readonly detail?: ReactNode;
  /** A key event: its dot is filled. */
  readonly strong?: boolean;
  readonly tone?: "accent" | "warn";
  /** Below: photos, a well. */
  readonly children?: ReactNode;
}

export interface TimelineProps {
  readonly items: readonly TimelineItem[];
  readonly label?: string;
}

/** What happened, one line each, in the order given. */
export function Timeline({ items, label }: TimelineProps) {
  return (
    <ol className={classes.timeline} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={classNames(classes.item, item.strong && classes.strong, classes[item.tone ?? "accent"])}>
          <div className={classes.head}>
            <span className={classes.title}>{item.title}</span>
            {item.code !== undefined && <span className={classes.code}>{item.code}</span>}
          </div>
          {item.detail !== undefined && <div className={classes.detail}>{item.detail}</div>}
          {item.children}
        </li>
      ))}
    </ol>
  );
}
