import { useTRPC } from "@lingong/client/react";
import type { ServiceView } from "@lingong/contracts";
import { type Duration, type Instant, SECOND } from "@lingong/domain";
import { Countdown, countdownDigits, Panel, Price, useFormat, useServerNow } from "@lingong/ui";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { isTold } from "../deadline-text.ts";
import type { Job } from "../use-job.ts";
import classes from "./panels.module.css";
import { workedMilliseconds } from "./worked.ts";

/** The running clock of the bill: worked, billed so far, what it nets, and when the next quarter begins. */
export function TimerPanel({ job }: { readonly job: Job }) {
  const { order, waiting } = job;
  if (order.service === null || waiting.length > 0) return <KeptTimer job={job} />;
  return <Timer job={job} service={order.service} />;
}

/** A start (or a pause) that waits for the network: it counts from the moment of the tap. */
function KeptTimer({ job: { order, waiting } }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(SECOND);
  const since = order.service?.startedAt ?? waiting.find(({ command }) => command.type === "start")?.performedAt;
  if (since === undefined) return null;
  const last = waiting.at(-1);
  const pausedAt = last?.command.type === "pause" ? Date.parse(last.performedAt) : null;
  const until = pausedAt ?? now;
  const worked = order.service === null ? until - Date.parse(since) : workedMilliseconds(order.service.segments, until);
  return (
    <Panel title={t(pausedAt === null ? "timer.kept" : "timer.keptPause")} tone="live">
      <div className={classes.digits} role="timer">
        {digitsOf(worked)}
      </div>
      <p className={classes.second}>{t("timer.keptSecond", { time: format.time(Date.parse(since)) })}</p>
    </Panel>
  );
}

/** Time worked as digits, whole seconds that have passed. */
function digitsOf(worked: Duration): string {
  return countdownDigits(worked - (SECOND - 1));
}

function Timer({ job: { order }, service }: { readonly job: Job; readonly service: ServiceView }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(SECOND);
  const paused = service.segments.at(-1)?.kind === "pause";
  const digits = digitsOf(workedMilliseconds(service.segments, now));
  return (
    <Panel tone="live">
      <div className={classes.timerHead}>
        <div>
          <h2 className={classes.label}>{t(paused ? "timer.paused" : "timer.worked")}</h2>
          <div className={classes.digits} role="timer">
            {digits}
          </div>
        </div>
        {order.bill !== null && <Price fen={order.bill.workerNetFen} size={32} label={t("timer.netSoFar")} />}
      </div>
      <dl className={classes.facts}>
        <div>
          <dt>{t("timer.billed")}</dt>
          <dd>{format.duration(service.billedMinutes)}</dd>
        </div>
        <div>
          <dt>{t("timer.authorised")}</dt>
          <dd>{format.duration(order.authorisedMinutes)}</dd>
        </div>
        <div>
          <dt>{t("timer.ends")}</dt>
          <dd>{order.endsAt === null ? "–" : format.time(Date.parse(order.endsAt))}</dd>
        </div>
      </dl>
      <NextQuarter orderId={order.id} service={service} deadline={order.deadline} />
    </Panel>
  );
}

interface NextQuarterProps {
  readonly orderId: string;
  readonly service: ServiceView;
  readonly deadline: Job["order"]["deadline"];
}

/** When the next quarter hour begins to be billed; at its beginning the figures are asked for anew. */
function NextQuarter({ orderId, service, deadline }: NextQuarterProps) {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = useCallback(
    () => void queryClient.invalidateQueries({ queryKey: trpc.orders.get.queryKey({ orderId }) }),
    [queryClient, trpc, orderId],
  );
  const at: Instant | null = service.nextQuarterAt === null ? null : Date.parse(service.nextQuarterAt);
  return (
    <p className={classes.quarter}>
      {at !== null ? (
        <Countdown until={at} onEnd={refresh}>
          {t("timer.nextQuarter")}
        </Countdown>
      ) : (
        deadline !== null && isTold(deadline.what) && <Countdown until={Date.parse(deadline.at)}>{t(`deadlineLeft.${deadline.what}`)}</Countdown>
      )}
    </p>
  );
}
