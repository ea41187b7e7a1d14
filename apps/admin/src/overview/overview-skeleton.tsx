import { CardSkeleton, Loading, Panel } from "@lingong/ui";
import map from "./city-map.module.css";
import classes from "./overview.module.css";

/** The overview's own heights while it loads. */
export function OverviewSkeleton() {
  return (
    <Loading>
      <div className={classes.figures}>
        {[0, 1, 2, 3, 4].map((card) => (
          <CardSkeleton key={card} lines={3} />
        ))}
      </div>
      <div className={classes.grid} style={{ marginTop: 16 }}>
        <Panel className={map.panel} />
        <div className={classes.side}>
          <CardSkeleton lines={6} />
          <CardSkeleton lines={6} />
        </div>
      </div>
    </Loading>
  );
}
