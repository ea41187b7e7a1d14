import type { HallItem } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { Chip, SideAmount, useFormat, useServerNow } from "@lingong/ui";
import { IconCircleCheck, IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

type Quoting = NonNullable<HallItem["quoting"]>;

/** In place of the take-home of a fixed price: what the market pays an hour, and where that is known from. */
export function QuotingPrice({ quoting: { band } }: { readonly quoting: Quoting }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const settled = band.source === "settled";
  return (
    <SideAmount
      label={t(settled ? "quote.band" : "quote.reference")}
      amount={settled ? format.moneyRange(band.p25Fen, band.p75Fen) : format.money(band.p50Fen)}
    />
  );
}

/** How many have quoted, until when, and whether one has oneself. */
export function QuotingChips({ item, quoting }: { readonly item: HallItem; readonly quoting: Quoting }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  return (
    <>
      {quoting.mine ? (
        <Chip tone="accent" icon={IconCircleCheck}>
          {t("quote.mineGiven")}
        </Chip>
      ) : (
        <Chip>{quoting.quoteCount === 0 ? t("quote.none") : t("quote.count", { count: quoting.quoteCount })}</Chip>
      )}
      <Chip icon={IconClock}>{t("quote.closes", { time: format.shortMoment(Date.parse(item.leavesHallAt), now) })}</Chip>
    </>
  );
}
