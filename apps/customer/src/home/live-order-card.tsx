import type { OrderCard } from "@lingong/contracts";
import { SECOND } from "@lingong/domain";
import { Avatar, LiveDot, Panel, Price, StatusChip, useFormat, useServerNow, useText } from "@lingong/ui";
import { IconChevronRight, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../components/link-button.tsx";
import { sourceOfCard } from "../order/card-source.ts";
import { type Headline, headlineOf } from "../order/headline.ts";
import { OrderSteps } from "../order/order-steps.tsx";
import { CardMap } from "./card-map.tsx";
import classes from "./live-order-card.module.css";

export interface LiveOrderCardProps {
  readonly order: OrderCard;
  /** The first is outlined; on a desk it has the map. */
  readonly first: boolean;
}

/** An order under way as a card: where it stands, what waits for an answer, the way to it. */
export function LiveOrderCard({ order, first }: LiveOrderCardProps) {
  const { t } = useTranslation("customer");
  const format = useFormat(order.zone);
  const now = useServerNow(SECOND);
  const headline = headlineOf(sourceOfCard(order), { now, format, t });
  return (
    <Panel tone={first ? "live" : "plain"} flush className={classes.card}>
      {first && order.travel !== null && <CardMap travel={order.travel} name={order.counterpartName ?? t("worker")} />}
      <div className={classes.body}>
        <Top order={order} />
        <div className={classes.headline}>
          <Figure headline={headline} />
          {order.counterpartName !== null && <Avatar name={order.counterpartName} size={48} online={order.travel !== null} />}
        </div>
        <OrderSteps steps={order.steps} zone={order.zone} />
        <Foot order={order} />
      </div>
    </Panel>
  );
}

function Top({ order }: { readonly order: OrderCard }) {
  const { t } = useTranslation("customer");
  const text = useText();
  const format = useFormat(order.zone);
  const now = useServerNow(60 * SECOND);
  const when =
    order.startsAt === null
      ? t("when.soon")
      : order.endsAt === null
        ? format.dayTime(Date.parse(order.startsAt), now)
        : format.dayTimeRange(Date.parse(order.startsAt), Date.parse(order.endsAt), now);
  return (
    <div className={classes.top}>
      {order.travel === null ? (
        <StatusChip state={order.state} />
      ) : (
        <LiveDot>{t("home.departed", { name: order.counterpartName ?? t("worker") })}</LiveDot>
      )}
      <span>{t("home.what", { category: text(order.category.name), when })}</span>
    </div>
  );
}

/** The large figure, the word behind it, the line below. */
export function Figure({ headline }: { readonly headline: Headline }) {
  return (
    <div>
      <div className={classes.figureLine}>
        <span className={classes.figure}>{headline.figure}</span>
        {headline.unit !== "" && <span className={classes.unit}>{headline.unit}</span>}
      </div>
      <div className={classes.detail}>{headline.detail}</div>
    </div>
  );
}

function Foot({ order }: { readonly order: OrderCard }) {
  const { t } = useTranslation("customer");
  const format = useFormat(order.zone);
  const to = { to: "/orders/$orderId", params: { orderId: order.id } } as const;
  return (
    <>
      <div className={classes.foot}>
        <span>
          {order.pendingAddOns > 0 && <b>{t("home.addOnsWait", { count: order.pendingAddOns })}</b>}
          {order.pendingAddOns > 0 && <span className={classes.amount}>· {format.money(order.pendingAddOnFen)}</span>}
        </span>
        <Link {...to} className={classes.see}>
          {t("home.seeOrder")}
          <IconChevronRight size={18} aria-hidden />
        </Link>
      </div>
      {order.pendingAddOns > 0 && (
        <div className={classes.addOn}>
          <IconPlus size={22} aria-hidden />
          <b>{t("home.addOnsWait", { count: order.pendingAddOns })}</b>
          <Price fen={order.pendingAddOnFen} size={20} />
        </div>
      )}
      <LinkButton {...to} fullWidth className={classes.deskButton}>
        {order.pendingAddOns > 0 ? t("home.seeAndApprove") : t("home.seeOrder")}
      </LinkButton>
    </>
  );
}
