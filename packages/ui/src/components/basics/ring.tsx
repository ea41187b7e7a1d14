import type { ReactNode } from "react";
import classes from "./ring.module.css";

export interface RingProps {
  /** 0 to 1: how much of the ring is drawn. */
  readonly value: number;
  /** Pixels across: 104 for an offer, 72 in a job, 64 for quality. */
  readonly size?: number;
  readonly thickness?: number;
  readonly tone?: "accent" | "warn" | "neutral";
  readonly children?: ReactNode;
}

/** A drawn ring with something in its middle. Only a picture: what it says must be said in words by whoever uses it. */
export function Ring({ value, size = 72, thickness = Math.max(6, Math.round(size / 11)), tone = "accent", children }: RingProps) {
  const radius = (size - thickness) / 2;
  const length = 2 * Math.PI * radius;
  const drawn = Math.min(1, Math.max(0, value));
  const circle = { cx: size / 2, cy: size / 2, r: radius, fill: "none", strokeWidth: thickness };
  return (
    <span className={classes.ring} style={{ width: size, height: size }}>
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        <circle {...circle} className={classes.track} />
        {drawn > 0 && (
          <circle
            {...circle}
            className={classes[tone]}
            strokeLinecap="round"
            strokeDasharray={`${length * drawn} ${length}`}
            transform={`rotate(-90 ${size / 2} ${size / 2})`}
          />
        )}
      </svg>
      <span className={classes.middle}>{children}</span>
    </span>
  );
}
