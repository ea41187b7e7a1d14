import { useFormat } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconBulb, IconInfoCircle, IconTrendingDown } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { AskCardProps } from "./ask-card.tsx";
import classes from "./quote.module.css";

/** What is said of a price before it is sent (§7): a hint for newcomers, a low price, a price war. Nothing of it forbids. */
export function PriceHints({ data: { newcomerHint }, asking }: AskCardProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { preview } = asking;
  return (
    <>
      {newcomerHint !== null && (
        <div className={classes.hint}>
          <IconBulb size={20} aria-hidden />
          <span>{t("quote.newcomer", { from: format.money(newcomerHint.fromFen), to: format.money(newcomerHint.toFen) })}</span>
          {(asking.ask < newcomerHint.fromFen || asking.ask > newcomerHint.toFen) && (
            <Button variant="light" size="sm" onClick={() => asking.setAsk(newcomerHint.toFen)}>
              {t("quote.takeNewcomer", { rate: format.money(newcomerHint.toFen) })}
            </Button>
          )}
        </div>
      )}
      {preview?.priceWarWarning === true && (
        <p className={classes.warning}>
          <IconInfoCircle size={20} aria-hidden />
          {t("quote.priceWar")}
        </p>
      )}
      {preview?.low === true && !preview.priceWarWarning && (
        <p className={classes.hint}>
          <IconTrendingDown size={20} aria-hidden />
          {t("quote.low")}
        </p>
      )}
    </>
  );
}
