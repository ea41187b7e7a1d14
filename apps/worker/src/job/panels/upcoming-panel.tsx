import { MINUTE } from "@lingong/domain";
import { Chip, Panel, Price, SplitBar, useFormat, useServerNow } from "@lingong/ui";
import { IconCircleCheck, IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useDeadlineText } from "../deadline-text.ts";
import { openFrom } from "../open-from.ts";
import { actionOf, type Job } from "../use-job.ts";
import classes from "./panels.module.css";

/** Before the way: when, what it nets, who has confirmed the time, and from when one may leave. */
export function UpcomingPanel({ job }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const deadlineText = useDeadlineText();
  const { order } = job;
  const start = order.workingStart ?? order.startsAt;
  const from = openFrom(order, "depart") ?? openFrom(order, "start");
  const mine = actionOf(job, "confirmTime") === null;
  const theirs = order.timeConfirmedBy.includes("customer");
  return (
    <Panel>
      <div className={classes.when}>
        <div>
          <h2 className={classes.lead}>{start === null ? t("when.soon") : format.dayTime(Date.parse(start), now)}</h2>
          <p className={classes.second}>
            {from === null ? deadlineText(order.deadline) : t("job.departFrom", { time: format.shortMoment(from, now) })}
          </p>
        </div>
        {order.split !== null && <Price fen={order.split.workerNetFen} size={28} label={t("money.net")} />}
      </div>
      {order.split !== null && (
        <SplitBar
          parts={[
            { kind: "worker", label: t("money.you"), fen: order.split.workerNetFen, strong: true },
            { kind: "platform", rate: order.split.rate, fen: order.split.commissionFen },
          ]}
        />
      )}
      <div className={classes.chips}>
        <Chip tone={mine ? "accent" : "neutral"} icon={mine ? IconCircleCheck : IconClock}>
          {mine ? t("job.timeMine") : t("job.timeMineOpen")}
        </Chip>
        <Chip tone={theirs ? "accent" : "neutral"} icon={theirs ? IconCircleCheck : IconClock}>
          {theirs ? t("job.timeTheirs") : t("job.timeTheirsOpen")}
        </Chip>
      </div>
    </Panel>
  );
}
