import { MINUTE } from "@lingong/domain";
import { CountdownRing, Panel, Price, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { confirmMinutes } from "../use-consequence.ts";
import type { Job } from "../use-job.ts";
import classes from "./panels.module.css";

/** After the finish: what will be paid, and when at the latest. */
export function SettlementPanel({ job }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const { order } = job;
  // Under dispute nothing is paid by waiting: the dispute's own panel says what happens then.
  if (order.dispute !== null) return null;
  if (job.waiting.length > 0 || order.bill === null) {
    return (
      <Panel title={t("settlement.kept")}>
        <p className={classes.second}>{t("settlement.keptSecond")}</p>
      </Panel>
    );
  }
  // Reminders of the customer come before it: what counts here is the end of the time to confirm.
  const total = confirmMinutes(order) * MINUTE;
  const ends = order.deadline?.what === "autoConfirm" ? Date.parse(order.deadline.at) : Date.parse(order.since) + total;
  return (
    <Panel>
      <div className={classes.ringRow}>
        <CountdownRing until={ends} total={total} size={72} label={t("settlement.ring")} />
        <div>
          <Price fen={order.bill.workerNetFen} size={40} label={t("settlement.willReceive")} />
          <p className={classes.second}>{t("settlement.auto", { time: format.shortMoment(ends, now) })}</p>
        </div>
      </div>
    </Panel>
  );
}
