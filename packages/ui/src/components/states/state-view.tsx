import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { classNames } from "../basics/class-names.ts";
import { Panel } from "../basics/panel.tsx";
import { type PointLine, Points } from "../basics/points.tsx";
import classes from "./state-view.module.css";

export interface StateViewProps {
  readonly icon: Icon;
  /** warn: something failed · accent: nothing here yet · neutral: it went another way. */
  readonly tone?: "accent" | "warn" | "neutral";
  /** What happened, in one line of 20 to 24 px. */
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** What is safe: answers, slot, money, as ticked lines. */
  readonly safe?: readonly PointLine[];
  /** One way on. */
  readonly action?: ReactNode;
  readonly headingLevel?: 1 | 2;
}

/** Empty, failed, over, too late: what happened, what is safe, one way on. */
export function StateView({ icon: Glyph, tone = "accent", title, children, safe, action, headingLevel = 2 }: StateViewProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className={classes.state}>
      <span className={classNames(classes.tile, classes[tone])}>
        <Glyph size={36} stroke={1.75} aria-hidden />
      </span>
      <Heading className={classes.title}>{title}</Heading>
      {children !== undefined && <div className={classes.text}>{children}</div>}
      {safe && safe.length > 0 && (
        <Panel className={classes.safe}>
          <Points points={safe} />
        </Panel>
      )}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}
