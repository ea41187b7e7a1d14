import { CardSkeleton, Loading, Page } from "@lingong/ui";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./order.module.css";

const slowAfter = 1_000;

/** The shape of an order's page; after a second it says how long it has been waiting. */
export function OrderSkeleton() {
  const { t } = useTranslation("customer");
  const { t: common } = useTranslation("common");
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((past) => past + 1), slowAfter);
    return () => clearInterval(timer);
  }, []);
  return (
    <Page title={t("order.title")}>
      <Loading>
        <CardSkeleton lines={3} />
      </Loading>
      <CardSkeleton lines={2} round={44} />
      <CardSkeleton lines={4} />
      {seconds > 0 && <p className={classes.quiet}>{common("state.loadingFor", { seconds })}</p>}
    </Page>
  );
}
