import type { ReactNode } from "react";
import { classNames } from "../basics/class-names.ts";
import { Panel } from "../basics/panel.tsx";
import classes from "./figure-card.module.css";
import { Sparkline } from "./sparkline.tsx";

export interface FigureCardProps {
  readonly label: ReactNode;
  /** Already formatted. */
  readonly value: ReactNode;
  readonly note?: ReactNode;
  readonly points?: readonly number[];
  /** warn only where the figure asks for an action. */
  readonly tone?: "accent" | "warn";
}

/** One number of a dashboard, with where it comes from and how it moved. */
export function FigureCard({ label, value, note, points, tone = "accent" }: FigureCardProps) {
  return (
    <Panel>
      <div className={classes.card}>
        <div className={classes.label}>{label}</div>
        {points && <Sparkline points={points} tone={tone} />}
      </div>
      <div className={classes.value}>{value}</div>
      {note !== undefined && <div className={classNames(classes.note, tone === "warn" && classes.warnNote)}>{note}</div>}
    </Panel>
  );
}
