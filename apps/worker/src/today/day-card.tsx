import type { TodayView } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { DayLine, Panel, StateView, startOfLocalDay, useServerNow } from "@lingong/ui";
import { IconCalendarSmile, IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { daySpan } from "./day-span.ts";
import { RouteLine } from "./route-line.tsx";
import { RouteStrip } from "./route-strip.tsx";
import classes from "./today.module.css";
import { useDayBlocks } from "./use-day-blocks.tsx";

/** The day as a route and a time line, with buffers and rest. */
export function DayCard({ today }: { readonly today: TodayView }) {
  const { t } = useTranslation("worker");
  const now = useServerNow(MINUTE);
  const blocks = useDayBlocks(today.blocks, now, today.zone);
  if (blocks.length === 0) {
    return (
      <Panel>
        <StateView icon={IconCalendarSmile} title={t("today.emptyTitle")}>
          {today.online ? t("today.emptyOnline") : t("today.emptyOffline")}
        </StateView>
      </Panel>
    );
  }
  const span = daySpan(startOfLocalDay(now, today.zone), today.blocks);
  return (
    <Panel flush>
      <RouteStrip today={today} />
      <RouteLine />
      <div className={classes.day}>
        <DayLine from={span.from} to={span.to} pixelsPerHour={span.pixelsPerHour} blocks={blocks} />
        {today.restPrompt && (
          <p className={classes.rest}>
            <IconInfoCircle size={18} aria-hidden />
            {t("today.restPrompt")}
          </p>
        )}
      </div>
    </Panel>
  );
}
