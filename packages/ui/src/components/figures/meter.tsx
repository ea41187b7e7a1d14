import type { ReactNode } from "react";
import { classNames } from "../basics/class-names.ts";
import classes from "./meter.module.css";

export interface MeterProps {
  readonly label: ReactNode;
  /** 0 to 1. */
  readonly value: number;
  /** What stands at the right: `97.2 %`, `188/200`, `最早剩 4 时 24 分`. */
  readonly text: ReactNode;
  readonly tone?: "accent" | "warn" | "neutral";
  /** Above: label over the bar; beside: label, bar and text on one line. */
  readonly layout?: "beside" | "above";
}

/** A labelled bar. The text says what the bar shows. */
export function Meter({ label, value, text, tone = "accent", layout = "beside" }: MeterProps) {
  return (
    <div className={classNames(classes.meter, classes[layout], classes[tone])}>
      <span className={classes.label}>{label}</span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.fill} style={{ width: `${Math.min(1, Math.max(0, value)) * 100}%` }} />
      </span>
      <span className={classes.text}>{text}</span>
    </div>
  );
}
