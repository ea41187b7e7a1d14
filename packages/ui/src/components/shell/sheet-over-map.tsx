import type { CSSProperties, ReactNode } from "react";
import { ActionBar, type ActionBarProps } from "./action-bar.tsx";
import classes from "./sheet-over-map.module.css";

export interface SheetOverMapProps {
  readonly map: ReactNode;
  /** Over the map: the way back at the left, what is live in the middle, sharing at the right. */
  readonly left?: ReactNode;
  readonly middle?: ReactNode;
  readonly right?: ReactNode;
  readonly actions?: ActionBarProps;
  /** Of the map on a phone; it keeps this height while it loads. */
  readonly mapHeight?: string;
  readonly children: ReactNode;
}

/** A sheet with a grab bar that scrolls over a live map; side by side on a desk. */
export function SheetOverMap({ map, left, middle, right, actions, mapHeight = "36dvh", children }: SheetOverMapProps) {
  return (
    <div className={classes.screen}>
      <div className={classes.map} style={{ "--map-height": mapHeight } as CSSProperties}>
        {map}
        <div className={classes.over}>
          <div>{left}</div>
          <div>{middle}</div>
          <div>{right}</div>
        </div>
      </div>
      <div className={classes.sheet}>
        <div className={classes.grab} aria-hidden="true" />
        <div className={classes.content}>{children}</div>
        {actions && (
          <div className={classes.actions}>
            <ActionBar {...actions} />
          </div>
        )}
      </div>
    </div>
  );
}
