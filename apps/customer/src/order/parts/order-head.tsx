import { SECOND } from "@lingong/domain";
import { StatusChip, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { Figure } from "../../home/live-order-card.tsx";
import { sourceOfOrder } from "../card-source.ts";
import { headlineOf } from "../headline.ts";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { OrderSteps } from "../order-steps.tsx";

/** Where it stands: the figure, the state, the steps with their times. */
export function OrderHead() {
  const { t } = useTranslation("customer");
  const { order } = useOrder();
  const format = useFormat();
  const now = useServerNow(SECOND);
  return (
    <>
      <div className={classes.head}>
        <Figure headline={headlineOf(sourceOfOrder(order), { now, format, t })} />
        <StatusChip state={order.state} emphasis="filled" />
      </div>
      <div className={classes.steps}>
        <OrderSteps steps={order.steps} zone={order.zone} times />
      </div>
    </>
  );
}
