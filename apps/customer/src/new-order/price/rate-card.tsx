import { Chip, Panel, PriceBand, useFormat } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconTrendingDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { MoneyInput } from "../../components/money-input.tsx";
import { useWizard } from "../draft/draft-context.tsx";
import classes from "../new-order.module.css";
import { useRate } from "./use-rate.ts";

/** One's own rate beside the market's middle half. Below the minimum wage it is refused here already, with the least that passes. */
export function RateCard() {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const { draft, category } = useWizard();
  const { band } = category;
  const rate = useRate();
  const own = draft.form.rateFenPerHour !== null && draft.form.rateFenPerHour !== rate.suggestedFen;
  return (
    <Panel
      title={t("price.rate")}
      aside={t(band.source === "settled" ? "price.settled" : "price.reference", { days: band.windowDays, count: band.samples })}
    >
      <div className={classes.stack}>
        {band.p25Fen < band.p75Fen && (
          <PriceBand low={band.p25Fen} median={band.p50Fen} high={band.p75Fen} asked={rate.fen} labels="all" askedLabel={t("price.mine")} />
        )}
        <div className={classes.pair}>
          <MoneyInput
            label={t("price.perHour")}
            fen={rate.fen}
            onChange={(fen) => draft.change({ rateFenPerHour: fen })}
            step={100}
            error={rate.tooLow ? t("price.tooLow", { least: format.money(rate.leastFen) }) : undefined}
          />
          <div className={classes.stack}>
            <span className={classes.text}>{t("price.suggested", { rate: format.money(rate.suggestedFen) })}</span>
            {own && (
              <Button variant="light" size="sm" onClick={() => draft.change({ rateFenPerHour: null })}>
                {t("price.takeSuggested")}
              </Button>
            )}
          </div>
        </div>
        {rate.tooLow && (
          <Button
            variant="default"
            leftSection={<IconAlertTriangle size={18} aria-hidden />}
            onClick={() => draft.change({ rateFenPerHour: rate.leastFen })}
          >
            {t("price.takeLeast", { least: format.money(rate.leastFen) })}
          </Button>
        )}
        {!rate.tooLow && rate.low && (
          <Chip tone="neutral" icon={IconTrendingDown}>
            {t("price.low")}
          </Chip>
        )}
      </div>
    </Panel>
  );
}
