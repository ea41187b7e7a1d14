import type { OrderCard } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { Panel, TwoLines, useDistrict, useFormat, useServerNow, useText } from "@lingong/ui";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./home-cards.module.css";

/** What comes next: day, what, who, and until when it may be cancelled free. */
export function Upcoming({ orders }: { readonly orders: readonly OrderCard[] }) {
  const { t } = useTranslation("customer");
  const format = useFormat(orders[0]?.zone);
  if (orders.length === 0) return null;
  return (
    <Panel title={t("home.next")} aside={format.zoneName()}>
      <ul className={classes.upcoming}>
        {orders.map((order) => (
          <UpcomingOrder key={order.id} order={order} />
        ))}
      </ul>
    </Panel>
  );
}

function UpcomingOrder({ order }: { readonly order: OrderCard }) {
  const { t } = useTranslation("customer");
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const district = useDistrict();
  const format = useFormat(order.zone);
  const now = useServerNow(MINUTE);
  const start = order.startsAt === null ? null : Date.parse(order.startsAt);
  const who =
    order.counterpartName !== null
      ? t("home.acceptedBy", { name: order.counterpartName })
      : order.asked === 0
        ? domain(`orderState.${order.state}`)
        : t("home.askedSoFar", { state: domain(`orderState.${order.state}`), count: order.asked });
  const title = [text(order.category.name), order.district === null ? null : district(order.district), start === null ? null : format.time(start)]
    .filter((part) => part !== null)
    .join(" · ");
  return (
    <li>
      <Link to="/orders/$orderId" params={{ orderId: order.id }} className={classes.next}>
        <span className={classes.date}>
          <b>{start === null ? t("when.soonShort") : format.date(start)}</b>
          <span>{start === null ? "" : format.weekday(start)}</span>
        </span>
        <TwoLines size="compact" title={title} detail={who} note={freeText(order, now)} />
      </Link>
    </li>
  );

  function freeText({ freeUntil, counterpartName }: OrderCard, at: number): string {
    if (counterpartName === null) return t("home.freeUntilAccepted");
    if (freeUntil === null || Date.parse(freeUntil) <= at) return "";
    return t("home.freeUntil", { time: format.dateTime(Date.parse(freeUntil)) });
  }
}
