import type { OwnQuote, QuoteStanding } from "@lingong/contracts";
import { Chip, Panel, Price, useFormat } from "@lingong/ui";
import { type Icon, IconCircleCheck, IconClock, IconHourglass, IconMessage2, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./quote.module.css";

const icons: Readonly<Record<QuoteStanding, Icon>> = {
  open: IconClock,
  countered: IconMessage2,
  agreed: IconCircleCheck,
  chosen: IconHourglass,
  won: IconCircleCheck,
  withdrawn: IconX,
  void: IconX,
};
const over: ReadonlySet<QuoteStanding> = new Set(["withdrawn", "void"]);

/** How one's quote stands, what it would bring, and what happens next. */
export function StandingCard({ quote }: { readonly quote: OwnQuote }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const split = quote.counterSplit ?? quote.split;
  const values = {
    rate: format.money(quote.rateFenPerHour),
    counter: quote.counterFenPerHour === null ? "" : format.money(quote.counterFenPerHour),
    net: format.money(split.workerNetFen),
  };
  const Glyph = icons[quote.standing];
  const shown = quote.counterFenPerHour ?? quote.rateFenPerHour;
  return (
    <Panel tone={quote.standing === "countered" ? "live" : "plain"}>
      <div className={classes.stack} role="status">
        <div className={classes.standingHead}>
          <h2>
            <Glyph size={22} aria-hidden /> {t(`quote.standing.${quote.standing}`)}
          </h2>
          {!over.has(quote.standing) && (
            <Price fen={shown} size={24} label={t(quote.counterFenPerHour === null ? "quote.rateLabel" : "quote.counterLabel")} />
          )}
        </div>
        <p className={classes.standingText}>{t(`quote.standingText.${quote.standing}`, values)}</p>
        {quote.standing === "countered" && <Chip className={classes.left}>{t("quote.countersLeft", { count: quote.countersLeft })}</Chip>}
      </div>
    </Panel>
  );
}
