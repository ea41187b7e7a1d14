import type { HallItem } from "@lingong/contracts";
import { Chip, categoryIcon, Panel, useDistrict, useFormat, useText, ZoneProvider } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconCircleCheck, IconFlag } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWhen } from "../offer/job-when.ts";
import classes from "./hall.module.css";

/** One order of the hall: what, when, how far, its flags, what it nets, and the way to take it. */
export function JobRow({ item }: { readonly item: HallItem }) {
  return (
    <ZoneProvider zone={item.zone}>
      <Row item={item} />
    </ZoneProvider>
  );
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
        <div className={classes.net}>
          {t("money.net")}
          <b>{format.money(item.netFen)}</b>
        </div>
      </div>
      <div className={classes.foot}>
        <span className={classes.flags}>
          {item.flags.length === 0 && (
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
        <Button
          component={Link}
          to={`/hall/${item.orderId}`}
          aria-label={t("hall.takeLabel", { what: text(item.category.name), net: format.money(item.netFen) })}
        >
          {t("hall.take")}
        </Button>
      </div>
    </Panel>
  );
}
