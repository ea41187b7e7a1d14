import { MINUTE } from "@lingong/domain";
import { Countdown, Panel, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

/** A new start somebody has proposed: both times, and until when it may be answered. */
export function RescheduleNote() {
  const { t } = useTranslation("customer");
  const { order } = useOrder();
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const { reschedule, startsAt } = order;
  if (reschedule === null || startsAt === null) return null;
  return (
    <Panel tone="live" title={t(reschedule.by === "customer" ? "reschedule.mine" : "reschedule.theirs")}>
      <dl className={classes.facts}>
        <div>
          <dt>{t("reschedule.old")}</dt>
          <dd>{format.dayTime(Date.parse(startsAt), now)}</dd>
        </div>
        <div>
          <dt>{t("reschedule.new")}</dt>
          <dd>
            <b>{format.dayTime(Date.parse(reschedule.startsAt), now)}</b>
          </dd>
        </div>
      </dl>
      <p className={classes.addOnNote}>
        <Countdown until={Date.parse(reschedule.expiresAt)}>{t("reschedule.ends")}</Countdown>
      </p>
    </Panel>
  );
}
