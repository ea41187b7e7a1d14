import type { OrderCard } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { CategoryTile, Price, StatusChip, TwoLines, useDistrict, useFormat, useServerNow, useText } from "@lingong/ui";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import card from "../components/card.module.css";
import classes from "./orders.module.css";

/** One order in a line: what, when, who, how much, and whether it waits for an answer. */
export function OrderRow({ order }: { readonly order: OrderCard }) {
  const { t } = useTranslation("customer");
  const text = useText();
  const district = useDistrict();
  const format = useFormat(order.zone);
  const now = useServerNow(MINUTE);
  const from = order.startsAt === null ? null : Date.parse(order.startsAt);
  const to = order.endsAt === null ? null : Date.parse(order.endsAt);
  const when = from === null ? t("when.soon") : to === null ? format.dayTime(from, now) : format.dayTimeRange(from, to, now);
  const second = [order.counterpartName, order.district === null ? null : district(order.district)].filter((part) => part !== null).join(" · ");
  return (
    <Link to="/orders/$orderId" params={{ orderId: order.id }} className={`${card.link} ${classes.row}`} data-waits={order.needsAnswer || undefined}>
      <CategoryTile icon={order.category.icon} />
      <TwoLines grow title={text(order.category.name)} detail={when} note={second === "" ? undefined : second} />
      <span className={classes.right}>
        <StatusChip state={order.state} emphasis={order.needsAnswer ? "warn" : undefined} />
        <Price fen={order.totalFen} size={17} />
      </span>
    </Link>
  );
}
