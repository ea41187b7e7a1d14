import { HOUR, MINUTE } from "@lingong/domain";
import { CountdownRing, Panel, Price, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import type { Job } from "../use-job.ts";
import classes from "./panels.module.css";

/** After the finish: what will be paid, and when at the latest. */
export function SettlementPanel({ job }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const { order } = job;
  // Reminders of the customer are steps on the way; what counts is the end of the time to confirm.
  const ends = order.deadline === null ? null : Date.parse(order.deadline.at);
  const last = order.deadline?.what === "autoConfirm";
  if (job.waiting || order.bill === null) {
    return (
      <Panel title={t("settlement.kept")}>
        <p className={classes.second}>{t("settlement.keptSecond")}</p>
      </Panel>
    );
  }
  return (
    <Panel>
      <div className={classes.ringRow}>
        {ends !== null && last && <CountdownRing until={ends} total={48 * HOUR} size={72} label={t("settlement.ring")} />}
        <div>
          <Price fen={order.bill.workerNetFen} size={40} label={t("settlement.willReceive")} />
          <p className={classes.second}>
            {ends === null ? t("settlement.waiting") : last ? t("settlement.auto", { time: format.shortMoment(ends, now) }) : t("settlement.waiting")}
          </p>
        </div>
      </div>
    </Panel>
  );
}
