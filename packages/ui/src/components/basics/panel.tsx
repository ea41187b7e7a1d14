import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import classes from "./panel.module.css";

export interface PanelProps {
  /** A heading of 17 px; leave it out where the content speaks for itself. */
  readonly title?: ReactNode;
  /** At the heading's right: a caption, a link, the zone. */
  readonly aside?: ReactNode;
  readonly icon?: ReactNode;
  /** live: the one card of a screen that wants an answer · warn: something to act on · dashed: still open, optional. */
  readonly tone?: "plain" | "live" | "warn" | "dashed" | "well" | "tint";
  readonly dense?: boolean;
  readonly flush?: boolean;
  readonly headingLevel?: 2 | 3 | 4;
  readonly children?: ReactNode;
  readonly className?: string;
}

/** The card everything lies on. */
export function Panel({ title, aside, icon, tone = "plain", dense, flush, headingLevel = 2, children, className }: PanelProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      className={classNames(classes.panel, classes[tone], dense && classes.dense, flush && classes.flush, className)}
      data-flush={flush || undefined}
    >
      {(title !== undefined || aside !== undefined) && (
        <div className={classes.head}>
          {icon !== undefined && <span className={classes.icon}>{icon}</span>}
          {title !== undefined && <Heading className={classes.title}>{title}</Heading>}
          {aside !== undefined && <div className={classes.aside}>{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
