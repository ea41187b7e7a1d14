import { MINUTE } from "@lingong/domain";
import { Panel, Price, StatusChip, useFormat, useServerNow } from "@lingong/ui";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Job } from "../use-job.ts";
import classes from "./panels.module.css";

/** Ends that have their own sentence. */
const causes = [
  "confirmed",
  "auto_confirmed",
  "customer_cancelled",
  "customer_no_show",
  "never_started",
  "forced",
  "decided_on_appeal",
  "decision_accepted",
  "decision_stood",
  "split_agreed",
] as const;

/** The job is over: what was received, why it ended, and the review that is open. */
export function EndedPanel({ job: { order } }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const cause = causes.find((known) => known === order.endCause) ?? "other";
  const free = cause === "customer_cancelled" && order.money.workerNetFen === 0;
  const { review } = order;
  const open = review !== null && !review.mineGiven && Date.parse(review.windowClosesAt) > now;
  return (
    <Panel>
      <div className={classes.endedHead}>
        <StatusChip state={order.state} emphasis="filled" />
        {order.endedAt !== null && <span className={classes.second}>{format.dayTime(Date.parse(order.endedAt), now)}</span>}
      </div>
      <Price fen={order.money.workerNetFen} size={40} label={t("ended.received")} />
      <p className={classes.second}>{t(free ? "ended.cause.cancelled_free" : `ended.cause.${cause}`)}</p>
      {open && (
        <div className={classes.buttons}>
          <Button component={Link} to={`/jobs/${order.id}/review`} variant="light">
            {t("ended.review", { name: order.counterpart?.name ?? "" })}
          </Button>
          <span className={classes.second}>{t("ended.reviewUntil", { date: format.date(Date.parse(review.windowClosesAt)) })}</span>
        </div>
      )}
    </Panel>
  );
}
