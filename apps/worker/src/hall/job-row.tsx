import type { HallItem } from "@lingong/contracts";
import { Chip, categoryIcon, Panel, SideAmount, useDistrict, useFormat, useText, ZoneProvider } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconCircleCheck, IconFlag } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useWhen } from "../offer/job-when.ts";
import { QuotingChips, QuotingPrice } from "../quote/quoting-row.tsx";
import classes from "./hall.module.css";

/** One order of the hall: what, when, how far, its flags, what it nets, and the way to take it. */
export function JobRow({ item }: { readonly item: HallItem }) {
  return (
    <ZoneProvider zone={item.zone}>
      <Row item={item} />
    </ZoneProvider>
  );
}

/** `杨先生 4.9 · 完成 22`: the customer in one breath. */
function customerLine({ customer }: HallItem, t: TFunction<"worker">): string {
  const { name, starsHundredths, completedOrders } = customer;
  if (starsHundredths === null && completedOrders === 0) return t("quote.customerNew", { name });
  const stars = starsHundredths === null ? "" : (starsHundredths / 100).toFixed(1);
  return t("quote.customerLine", { name, stars, count: completedOrders });
}

function Row({ item }: { readonly item: HallItem }) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const district = useDistrict();
  const format = useFormat();
  const { day, range } = useWhen(item);
  const Glyph = categoryIcon(item.category.icon);
  const summary = text(item.summary);
  const where = [
    item.distanceMetres === null ? t("offer.remote") : format.distance(item.distanceMetres),
    item.place === null ? undefined : district(item.place.district),
    item.headcount > 1 ? format.people(item.headcount) : undefined,
    customerLine(item, t),
  ].filter((part) => part !== undefined);
  return (
    <Panel>
      <div className={classes.head}>
        <div className={classes.text}>
          <h2 className={classes.name}>
            <Glyph size={22} aria-hidden />
            {text(item.category.name)}
          </h2>
          <div className={classes.summary}>{[`${day} ${range}`, summary].filter((part) => part !== "").join(" · ")}</div>
          <div>{where.join(" · ")}</div>
        </div>
        {item.quoting === null ? <SideAmount label={t("money.net")} amount={format.money(item.netFen)} /> : <QuotingPrice quoting={item.quoting} />}
      </div>
      <div className={classes.foot}>
        <span className={classes.flags}>
          {item.quoting !== null && <QuotingChips item={item} quoting={item.quoting} />}
          {item.flags.length === 0 && item.quoting === null && (
            <Chip tone="accent" icon={IconCircleCheck}>
              {t("hall.noFlags")}
            </Chip>
          )}
          {item.flags.map((flag) => (
            <Chip key={flag} icon={IconFlag}>
              {domain(`riskFlag.${flag}`)}
            </Chip>
          ))}
        </span>
        {item.quoting === null ? (
          <Button
            component={Link}
            to={`/hall/${item.orderId}`}
            aria-label={t("hall.takeLabel", { what: text(item.category.name), net: format.money(item.netFen) })}
          >
            {t("hall.take")}
          </Button>
        ) : (
          <Button
            component={Link}
            to={`/quotes/${item.orderId}`}
            variant="light"
            aria-label={t("quote.askLabel", { what: text(item.category.name) })}
          >
            {t(item.quoting.mine ? "quote.see" : "quote.ask")}
          </Button>
        )}
      </div>
    </Panel>
  );
}
