import { Loading, SkeletonLine } from "@lingong/ui";
import classes from "./table-skeleton.module.css";

const widths = ["62%", "48%", "70%", "55%", "66%", "44%"];

/** Rows of the height of what they stand for. */
export function TableSkeleton({ rows = 8 }: { readonly rows?: number }) {
  return (
    <Loading>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={classes.row}>
          <SkeletonLine width={widths[index % widths.length] ?? "60%"} />
        </div>
      ))}
    </Loading>
  );
}
