import { MINUTE, SECOND } from "@lingong/domain";
import { StatusChip, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { Figure } from "../../home/live-order-card.tsx";
import { sourceOfOrder } from "../card-source.ts";
import { headlineOf } from "../headline.ts";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

const causes = [
  "confirmed",
  "auto_confirmed",
  "customer_cancelled",
  "customer_no_show",
  "never_started",
  "no_worker_found",
  "not_paid",
  "no_quote_chosen",
  "quote_worker_unavailable",
  "worker_fault",
  "forced",
  "direct_refused",
  "decision_accepted",
  "decision_stood",
  "decided_on_appeal",
  "split_agreed",
] as const;
type Cause = (typeof causes)[number];

function isCause(cause: string | null): cause is Cause {
  return cause !== null && (causes as readonly string[]).includes(cause);
}

/** How and when it ended, and why. */
export function EndedHead() {
  const { t } = useTranslation("customer");
  const { order } = useOrder();
  const format = useFormat();
  const now = useServerNow(MINUTE);
  return (
    <>
      <div className={classes.head}>
        <Figure headline={headlineOf(sourceOfOrder(order), { now: now + SECOND, format, t })} />
        <StatusChip state={order.state} />
      </div>
      <p className={classes.quiet}>
        {order.endedAt !== null && t("ended.at", { time: format.dayTimeInside(Date.parse(order.endedAt), now) })}
        {isCause(order.endCause) && ` · ${t(`ended.cause.${order.endCause}`)}`}
      </p>
    </>
  );
}
