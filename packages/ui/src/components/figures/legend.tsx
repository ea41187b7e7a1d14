import type { ReactNode } from "react";
import { classNames } from "../basics/class-names.ts";
import classes from "./legend.module.css";

export interface LegendItem {
  readonly key: string;
  readonly name: ReactNode;
  /** A class that colours the square in front; the accent unless told. */
  readonly square?: string;
  /** In place of the square. */
  readonly mark?: ReactNode;
}

export interface LegendProps {
  readonly items: readonly LegendItem[];
  /** Under what it explains, with a little room; else beside its title. */
  readonly under?: boolean;
  /** What readers hear it called; without it they do not hear it: the figure says its numbers itself. */
  readonly label?: string;
}

/** What the colours of a figure stand for. */
export function Legend({ items, under, label }: LegendProps) {
  return (
    <ul className={classes.legend} data-under={under || undefined} aria-label={label} aria-hidden={label === undefined || undefined}>
      {items.map(({ key, name, square, mark }) => (
        <li key={key}>
          {mark ?? <span className={classNames(classes.square, square)} aria-hidden="true" />}
          {name}
        </li>
      ))}
    </ul>
  );
}
