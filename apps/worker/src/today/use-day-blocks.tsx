import type { DayBlock as DayBlockView } from "@lingong/contracts";
import { type Instant, MINUTE } from "@lingong/domain";
import { type DayBlock, useFormat, useText } from "@lingong/ui";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./today.module.css";

type OrderBlock = Extract<DayBlockView, { kind: "order" }>;
type CrewBlock = Extract<DayBlockView, { kind: "crew" }>;

/** What the server says of a day, as the blocks of a day line: who, where, when, and the money. */
export function useDayBlocks(blocks: readonly DayBlockView[], now: Instant, zone: string): DayBlock[] {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const format = useFormat(zone);
  const navigate = useNavigate();
  const titleOf = (block: OrderBlock | CrewBlock) => {
    const category = text(block.category.name);
    return block.title === category ? category : t("today.blockTitle", { place: block.title, category });
  };
  // The job itself is the team's: there is nothing to open.
  const crewBlock = (block: CrewBlock): DayBlock => {
    const from = Date.parse(block.from);
    const to = Date.parse(block.to);
    const over = to <= now;
    const who = over ? domain(`orderState.${block.state}`) : t("today.withTeam", { team: block.teamName });
    return {
      key: block.orderId,
      from,
      to,
      kind: over ? "done" : "later",
      title: titleOf(block),
      detail: (
        <>
          {`${format.timeRange(from, to)} · ${who}`}
          {!over && block.accessNotes !== null && <span className={classes.notes}>{block.accessNotes}</span>}
        </>
      ),
    };
  };
  const orderBlock = (block: OrderBlock): DayBlock => {
    const from = Date.parse(block.from);
    const to = Date.parse(block.to);
    const range = format.timeRange(from, to);
    const over = to <= now && !block.next;
    const who = block.together > 1 ? t("today.nth", { name: block.customerName, count: block.together }) : block.customerName;
    return {
      key: block.orderId,
      from,
      to,
      kind: block.next ? "next" : over ? "done" : "later",
      title: titleOf(block),
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
  return blocks.map((block): DayBlock => {
    if (block.kind === "order") return orderBlock(block);
    if (block.kind === "crew") return crewBlock(block);
    const from = Date.parse(block.from);
    const to = Date.parse(block.to);
    const title = block.kind === "rest" ? t("today.rest") : bufferTitle(from, to, block.travelMinutes);
    return { key: `${block.kind}-${block.from}`, from, to, kind: block.kind, title };
  });
}
