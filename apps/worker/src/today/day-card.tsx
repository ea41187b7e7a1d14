import type { DayBlock as DayBlockView, TodayView } from "@lingong/contracts";
import { type Instant, MINUTE } from "@lingong/domain";
import { type DayBlock, DayLine, Panel, StateView, startOfLocalDay, useFormat, useServerNow, useText } from "@lingong/ui";
import { IconCalendarSmile, IconInfoCircle } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { daySpan } from "./day-span.ts";
import { RouteStrip } from "./route-strip.tsx";
import classes from "./today.module.css";

/** The day as a route and a time line, with buffers and rest. */
export function DayCard({ today }: { readonly today: TodayView }) {
  const { t } = useTranslation("worker");
  const now = useServerNow(MINUTE);
  const blocks = useBlocks(today, now);
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

type OrderBlock = Extract<DayBlockView, { kind: "order" }>;

function useBlocks(today: TodayView, now: Instant): DayBlock[] {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const orderBlock = (block: OrderBlock): DayBlock => {
    const from = Date.parse(block.from);
    const to = Date.parse(block.to);
    const range = format.timeRange(from, to);
    const category = text(block.category.name);
    const over = to <= now && !block.next;
    const who = block.together > 1 ? t("today.nth", { name: block.customerName, count: block.together }) : block.customerName;
    return {
      key: block.orderId,
      from,
      to,
      kind: block.next ? "next" : over ? "done" : "later",
      title: block.title === category ? category : t("today.blockTitle", { place: block.title, category }),
      detail: (
        <>
          {over ? `${range} · ${domain(`orderState.${block.state}`)}` : `${range} · ${who}`}
          {block.next && block.accessNotes !== null && <span className={classes.notes}>{block.accessNotes}</span>}
        </>
      ),
      fen: block.netFen,
      onOpen: () => void navigate({ to: "/jobs/$orderId", params: { orderId: block.orderId } }),
    };
  };
  const bufferTitle = (from: Instant, to: Instant, travelMinutes: number) => {
    const span = format.span(Math.round((to - from) / MINUTE));
    return travelMinutes > 0 ? t("today.bufferTravel", { span, travel: format.span(travelMinutes) }) : t("today.buffer", { span });
  };
  return today.blocks.map((block): DayBlock => {
    if (block.kind === "order") return orderBlock(block);
    const from = Date.parse(block.from);
    const to = Date.parse(block.to);
    const title = block.kind === "rest" ? t("today.rest") : bufferTitle(from, to, block.travelMinutes);
    return { key: `${block.kind}-${block.from}`, from, to, kind: block.kind, title };
  });
}
