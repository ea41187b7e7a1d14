import { Countdown, formatShare, Meter, Price, SideAmount, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

/** The cost so far, when the next quarter begins, and what is paid for at most. */
export function RunningCost() {
  const { t } = useTranslation("customer");
  const { order } = useOrder();
  const format = useFormat();
  const { service, bill } = order;
  if (service === null || bill === null) return null;
  return (
    <>
      <div className={classes.running}>
        <Price fen={bill.totalFen} size={32} label={t("work.costSoFar")} />
        <SideAmount label={t("work.prepaid")} amount={format.money(bill.prepaidFen)} tone="accent" />
      </div>
      <Meter
        label={t("work.ofPrepaid")}
        value={bill.prepaidFen === 0 ? 0 : bill.totalFen / bill.prepaidFen}
        text={formatShare(bill.prepaidFen === 0 ? 0 : bill.totalFen / bill.prepaidFen)}
      />
      <p className={classes.quiet}>
        {service.nextQuarterAt === null ? (
          t("work.noNextQuarter")
        ) : (
          <Countdown until={Date.parse(service.nextQuarterAt)}>{t("work.nextQuarter")}</Countdown>
        )}
      </p>
      <p className={classes.caption}>
        {t("work.billed", { worked: format.duration(service.workedMinutes), billed: format.duration(service.billedMinutes) })}
      </p>
    </>
  );
}
