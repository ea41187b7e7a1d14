import type { QuoteJob } from "@lingong/contracts";
import { Panel, PriceBand, SplitBar, useFormat } from "@lingong/ui";
import { ActionIcon, NumberInput } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { Trans, useTranslation } from "react-i18next";
import { SplitWords } from "../components/split-words.tsx";
import { FloorSlider } from "./floor-slider.tsx";
import { PriceHints } from "./price-hints.tsx";
import classes from "./quote.module.css";
import type { Asking } from "./use-ask.ts";

export interface AskCardProps {
  readonly data: QuoteJob;
  readonly asking: Asking;
}

const yuan = 100;

/** The price an hour on the market's band, the private floor, and how the whole price then splits. */
export function AskCard({ data, asking }: AskCardProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { band } = data;
  const settled = band.source === "settled";
  return (
    <Panel
      tone="live"
      title={t("quote.myAsk")}
      aside={settled ? t("quote.samples", { count: band.samples, days: band.windowDays }) : t("quote.noSamples")}
    >
      <div className={classes.stack}>
        <div className={classes.stepper}>
          <ActionIcon variant="default" className={classes.step} aria-label={t("quote.less")} onClick={() => asking.setAsk(asking.ask - yuan)}>
            <IconMinus size={20} aria-hidden />
          </ActionIcon>
          <NumberInput
            aria-label={t("quote.myAsk")}
            classNames={{ root: classes.figure, input: classes.figureInput }}
            variant="unstyled"
            prefix="¥"
            decimalScale={2}
            fixedDecimalScale
            allowNegative={false}
            hideControls
            inputMode="decimal"
            value={asking.ask / yuan}
            onChange={(value) => {
              const typed = typeof value === "number" ? value : Number.parseFloat(value);
              if (Number.isFinite(typed)) asking.setAsk(typed * yuan);
            }}
          />
          <ActionIcon variant="default" className={classes.step} aria-label={t("quote.more")} onClick={() => asking.setAsk(asking.ask + yuan)}>
            <IconPlus size={20} aria-hidden />
          </ActionIcon>
        </div>
        {settled && (
          <PriceBand low={band.p25Fen} median={band.p50Fen} high={band.p75Fen} asked={asking.ask} labels="all" askedLabel={t("quote.you")} />
        )}
        {!settled && <p className={classes.reference}>{`${t("quote.reference")} ${format.money(band.p50Fen)}`}</p>}
        <PriceHints data={data} asking={asking} />
        <FloorSlider asking={asking} leastAskFen={data.leastAskFen} />
        {asking.preview !== undefined && <Split asking={asking} data={data} split={asking.preview.split} />}
      </div>
    </Panel>
  );
}

interface SplitProps extends AskCardProps {
  readonly split: NonNullable<Asking["preview"]>["split"];
}

/** What the customer pays in all, and what the platform keeps of it. */
function Split({ asking, data, split }: SplitProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { bookedMinutes, headcount } = data.job;
  const values = { rate: format.money(asking.ask), span: format.span(bookedMinutes), people: format.people(headcount) };
  const formula = headcount === 1 ? t("money.formula", values) : t("money.formulaPeople", values);
  const b = { b: <b /> };
  return (
    <div className={classes.split}>
      <SplitBar
        legend="none"
        parts={[
          { kind: "worker", label: t("money.net"), fen: split.workerNetFen },
          { kind: "platform", fen: split.commissionFen },
        ]}
      />
      <SplitWords>
        <span>
          <Trans t={t} i18nKey="quote.customerPays" values={{ amount: format.money(split.customerPaysFen), formula }} components={b} />
        </span>
        <span>
          <Trans
            t={t}
            i18nKey="money.platform"
            values={{ rate: format.rate(split.rate), amount: format.money(split.commissionFen) }}
            components={b}
          />
        </span>
      </SplitWords>
    </div>
  );
}
