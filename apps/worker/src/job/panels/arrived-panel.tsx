import type { OrderView } from "@lingong/contracts";
import { defaultPolicy, type Instant, MINUTE } from "@lingong/domain";
import { CountdownRing, Panel, Ring, useFormat, useServerNow } from "@lingong/ui";
import { IconDoorEnter } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Job } from "../use-job.ts";
import classes from "./panels.module.css";

/** What the clock at the door counts to. */
interface DoorClock {
  readonly until: Instant;
  readonly total: number;
  readonly kind: "no_show" | "start";
}

const wait = defaultPolicy.lifecycle.noShowWait;

function doorClock(order: OrderView, now: Instant): DoorClock | null {
  if (order.deadline?.what === "customerNoShow") return { until: Date.parse(order.deadline.at), total: wait, kind: "no_show" };
  const start = order.workingStart ?? order.startsAt;
  const until = start === null ? null : Date.parse(start);
  return until === null || until <= now ? null : { until, total: wait, kind: "start" };
}

/** At the door: when one came, when work may begin, and what is paid if nobody opens. */
export function ArrivedPanel({ job: { order, steps } }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const arrived = steps.at.arrive === undefined || steps.at.arrive.expected ? null : Date.parse(steps.at.arrive.at);
  const clock = doorClock(order, now);
  const compensation = format.money(order.cancellation?.nowWorkerFen ?? 0);
  return (
    <Panel>
      <div className={classes.ringRow}>
        {clock === null ? (
          <Ring value={1} size={72}>
            <IconDoorEnter size={28} aria-hidden />
          </Ring>
        ) : (
          <CountdownRing until={clock.until} total={clock.total} size={72} label={t(`arrived.ring.${clock.kind}`)} />
        )}
        <div>
          <h2 className={classes.lead}>
            <ArrivedTitle arrived={arrived} start={order.workingStart ?? order.startsAt} />
          </h2>
          <p className={classes.second}>
            {clock?.kind === "no_show"
              ? t("arrived.reported", { time: format.time(clock.until), amount: compensation })
              : order.customerHereAt === null
                ? t("arrived.ifAbsent", { span: format.span(wait / MINUTE), amount: compensation })
                : t("arrived.customerHere", { time: format.time(Date.parse(order.customerHereAt)) })}
          </p>
        </div>
      </div>
    </Panel>
  );
}

function ArrivedTitle({ arrived, start }: { readonly arrived: Instant | null; readonly start: string | null }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  if (arrived === null) return t("arrived.kept");
  const early = start === null ? 0 : Math.round((Date.parse(start) - arrived) / MINUTE);
  const time = format.time(arrived);
  if (early > 0) return t("arrived.early", { time, span: format.span(early) });
  return early < 0 ? t("arrived.late", { time, span: format.span(-early) }) : t("arrived.onTime", { time });
}
