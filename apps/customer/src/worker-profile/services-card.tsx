import type { WorkerProfile } from "@lingong/contracts";
import { Panel, PriceBand, useFormat, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "./worker-profile.module.css";

/** What they do and what it last cost, each on the market's band, all on one scale. */
export function ServicesCard({ services }: Pick<WorkerProfile, "services">) {
  const { t } = useTranslation("customer");
  const text = useText();
  const format = useFormat();
  const rates = services.flatMap(({ band, rateFenPerHour }) => [band.p25Fen, band.p75Fen, ...(rateFenPerHour === null ? [] : [rateFenPerHour])]);
  const scale = { from: Math.min(...rates) * 0.8, to: Math.max(...rates) * 1.1 };
  return (
    <Panel title={t("profile.prices")} aside={t("profile.pricesAside")}>
      <ul className={classes.services}>
        {services.map(({ category, completedOrders, rateFenPerHour, band }) => (
          <li key={category.id}>
            <div className={classes.service}>
              {text(category.name)}
              <small>{completedOrders === 0 ? t("profile.noPrice") : t("profile.times", { count: completedOrders })}</small>
            </div>
            <div className={classes.band}>
              {band.source === "settled" ? (
                <PriceBand low={band.p25Fen} median={band.p50Fen} high={band.p75Fen} asked={rateFenPerHour ?? undefined} {...scale} />
              ) : (
                <small>{t("profile.priceReference", { rate: format.money(band.p50Fen) })}</small>
              )}
            </div>
            <b>{rateFenPerHour === null ? t("profile.none") : format.money(rateFenPerHour)}</b>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
