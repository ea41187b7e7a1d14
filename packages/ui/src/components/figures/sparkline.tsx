import classes from "./figure-card.module.css";

export interface SparklineProps {
  readonly points: readonly number[];
  readonly width?: number;
  readonly height?: number;
  readonly tone?: "accent" | "warn";
}

/** A line without axes, with its last point marked. Only a picture: the figure beside it says the number. */
export function Sparkline({ points, width = 68, height = 24, tone = "accent" }: SparklineProps) {
  if (points.length < 2) return null;
  const low = Math.min(...points);
  const span = Math.max(...points) - low || 1;
  const x = (index: number) => 2 + (index / (points.length - 1)) * (width - 6);
  const y = (value: number) => height - 3 - ((value - low) / span) * (height - 6);
  const line = points.map((value, index) => `${index === 0 ? "M" : "L"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className={tone === "warn" ? classes.warnLine : classes.line}
      aria-hidden="true"
    >
      <path d={line} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
      <circle cx={x(points.length - 1)} cy={y(points.at(-1) ?? 0)} r="2.5" fill="currentColor" />
    </svg>
  );
}
