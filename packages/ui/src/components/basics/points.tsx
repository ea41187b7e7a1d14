import { type Icon, IconCircleCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./points.module.css";

/** One reassuring sentence with its icon: what is safe, free of charge, or without consequence. */
export function Point({ icon: Glyph, children }: { readonly icon: Icon; readonly children: ReactNode }) {
  return (
    <p className={classes.point} data-size={13} data-quiet>
      <Glyph size={20} aria-hidden />
      <span>{children}</span>
    </p>
  );
}

export interface PointLine {
  readonly key: string;
  /** A tick unless told. */
  readonly icon?: Icon;
  readonly children: ReactNode;
}

export interface PointsProps {
  readonly points: readonly PointLine[];
  /** Of the words, in px; 14 unless told. */
  readonly size?: 13 | 14;
  /** They stand beside the matter itself. */
  readonly quiet?: boolean;
}

/** Several of them, one a line. */
export function Points({ points, size = 14, quiet = false }: PointsProps) {
  return (
    <ul className={classes.points}>
      {points.map(({ key, icon: Glyph = IconCircleCheck, children }) => (
        <li key={key} className={classes.point} data-size={size} data-quiet={quiet || undefined}>
          <Glyph size={20} aria-hidden />
          <span>{children}</span>
        </li>
      ))}
    </ul>
  );
}
