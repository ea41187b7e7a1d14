import { useCity } from "@lingong/client/react";
import { useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "./top-bar.module.css";

/** Date, weekday, time and zone of the chosen city, by the server's clock. */
export function TopClock() {
  const { t } = useTranslation("admin");
  const { zone } = useCity();
  const format = useFormat(zone);
  const now = useServerNow();
  return (
    <span className={classes.clock}>{t("top.clock", { date: format.dateWeekday(now), time: format.timeSeconds(now), zone: format.zoneName() })}</span>
  );
}
