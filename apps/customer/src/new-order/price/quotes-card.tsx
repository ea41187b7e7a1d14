import { Panel, PriceBand, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import { forecastOf } from "../form/scope.ts";
import classes from "../new-order.module.css";

/** What quotes will probably come to: the market's middle half for the booked time; nothing is paid yet. */
export function QuotesCard() {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const { draft, category } = useWizard();
  const { band } = category;
  const { fromFen, toFen } = forecastOf(draft.form, category);
  const settled = band.source === "settled";
  return (
    <Panel title={t("pricing.expected")} aside={t(settled ? "price.settled" : "price.reference", { days: band.windowDays, count: band.samples })}>
      <div className={classes.stack}>
        <div className={classes.forecast}>
          <b>{fromFen === toFen ? format.money(fromFen) : format.moneyRange(fromFen, toFen)}</b>
          <span>
            {settled
              ? t("pricing.expectedRate", { band: format.moneyRange(band.p25Fen, band.p75Fen) })
              : t("pricing.expectedOne", { rate: format.money(band.p50Fen) })}
          </span>
        </div>
        {settled && <PriceBand low={band.p25Fen} median={band.p50Fen} high={band.p75Fen} labels="all" />}
        <span className={classes.text}>{t("pricing.payLater")}</span>
      </div>
    </Panel>
  );
}
