import type { EarnedOrder, EarningsOutput } from "@lingong/contracts";
import type { JournalReason } from "@lingong/domain";
import { type MoneyLine, MoneyList, Panel, Price, SplitBar, StateView, TwoLines, useFormat, useText, ZoneProvider } from "@lingong/ui";
import { IconChevronDown, IconReceipt } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./earnings.module.css";
import { localDayOf, type Period } from "./period.ts";

export interface EarnedOrdersProps {
  readonly period: Period;
  readonly data: EarningsOutput;
  /** A bar: only its orders. */
  readonly selected: string | null;
}

/** The orders behind the sum, each with its split; the first lies open. */
export function EarnedOrders({ period, data, selected }: EarnedOrdersProps) {
  const { t } = useTranslation("worker");
  const items =
    selected === null || period === "day" ? data.items : data.items.filter(({ at }) => localDayOf(Date.parse(at), data.zone) === selected);
  const [opened, setOpened] = useState<string | null>(null);
  const open = opened ?? items[0]?.orderId;
  if (items.length === 0) {
    return (
      <Panel>
        <StateView icon={IconReceipt} title={t("earnings.emptyTitle")}>
          {t("earnings.emptyBody")}
        </StateView>
      </Panel>
    );
  }
  return (
    <ZoneProvider zone={data.zone}>
      {items.map((item) => (
        <Earned key={item.orderId} item={item} opened={item.orderId === open} onOpen={() => setOpened(item.orderId)} />
      ))}
    </ZoneProvider>
  );
}

interface EarnedProps {
  readonly item: EarnedOrder;
  readonly opened: boolean;
  readonly onOpen: () => void;
}

function Earned({ item, opened, onOpen }: EarnedProps) {
  const { t } = useTranslation("worker");
  const text = useText();
  const format = useFormat();
  const title = t("earnings.orderTitle", { name: item.customerName, category: text(item.category.name) });
  const range = item.from === null || item.to === null ? "" : format.timeRange(Date.parse(item.from), Date.parse(item.to));
  const when = `${format.date(Date.parse(item.from ?? item.at))} ${range}`.trim();
  if (!opened) {
    return (
      <Panel flush>
        <button type="button" className={classes.closed} onClick={onOpen} aria-expanded={false}>
          <TwoLines grow title={title} detail={when} />
          <b>{format.money(item.netFen)}</b>
          <IconChevronDown size={20} aria-hidden />
        </button>
      </Panel>
    );
  }
  const billed = item.billedMinutes > 0 ? ` · ${t("earnings.billed", { span: format.duration(item.billedMinutes) })}` : "";
  return (
    <Panel>
      <div className={classes.orderHead}>
        <TwoLines grow title={title} detail={`${when}${billed}`} />
        <div className={classes.right}>
          <Price fen={item.netFen} size={24} />
          <span>{t("earnings.arrived")}</span>
        </div>
      </div>
      <SplitBar
        legend="none"
        className={classes.bar}
        parts={[
          { kind: "worker", label: t("money.you"), fen: item.netFen },
          { kind: "platform", fen: item.commissionFen },
        ]}
      />
      <MoneyList lines={useLines(item)} />
      <Link to="/jobs/$orderId" params={{ orderId: item.orderId }} className={classes.more}>
        {t("earnings.openJob")}
      </Link>
    </Panel>
  );
}

function useLines(item: EarnedOrder): MoneyLine[] {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const bills = item.lines.map((line, index): MoneyLine => {
    const isTime = line.minutes !== null;
    const label = isTime
      ? t("earnings.customerPays", { rate: format.money(item.rateFenPerHour), span: format.duration(line.minutes ?? 0) })
      : (line.title ?? domain(`billLine.${line.kind}`));
    return { key: `${line.kind}-${index}`, label, fen: line.fen };
  });
  // What came without a bill, or beside it: a tip, a cancellation's compensation.
  const billed = item.lines.reduce((total, { fen }) => total + fen, 0);
  const reason = domain(`journalReason.${(item.parts.at(-1)?.reason ?? "settlement") as JournalReason}`);
  const beside = item.customerPaysFen - billed;
  if (beside !== 0) bills.push({ key: "beside", label: t("earnings.customerPaid", { reason }), fen: beside });
  const why = item.commissionReasons.flatMap((reason) => {
    const known = reasons.find((one) => one === reason);
    return known === undefined ? [] : [t(`commission.${known}`)];
  });
  const rate = format.rate(item.commissionRate);
  const platform = why.length === 0 ? t("bill.platform", { rate }) : t("earnings.platformWhy", { rate, why: why.join(t("commission.and")) });
  return [
    ...bills,
    { key: "platform", label: platform, fen: -item.commissionFen, tone: "quiet" },
    { key: "net", label: t("money.you"), fen: item.netFen, tone: "strong" },
  ];
}

/** Why the commission is what it is, as the server names it. */
const reasons = ["certified", "level", "regular", "volume", "lowest"] as const;
