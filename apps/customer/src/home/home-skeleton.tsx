import { CardSkeleton, ListSkeleton, Loading } from "@lingong/ui";
import classes from "./home.module.css";

/** The home's shape while it is fetched. */
export function HomeSkeleton() {
  return (
    <div className={classes.home}>
      <div className={classes.main}>
        <Loading>
          <CardSkeleton lines={5} />
        </Loading>
        <ListSkeleton count={2} lines={2} />
      </div>
    </div>
  );
}
