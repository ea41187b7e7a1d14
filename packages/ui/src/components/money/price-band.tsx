import type { Fen } from "@lingong/domain";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import classes from "./price-band.module.css";

export interface PriceBandProps {
  /** 25th, 50th and 75th percentile of the market, fen an hour. */
  readonly low: Fen;
  readonly median: Fen;
  readonly high: Fen;
  /** The price asked: a dot. */
  readonly asked?: Fen;
  /** Ends of the axis; the band with half its width to both sides unless told. One scale for bands that are compared. */
  readonly from?: Fen;
  readonly to?: Fen;
  /** ends: low and high below · all: with the median and the asked price · none: the drawing alone. */
  readonly labels?: "ends" | "all" | "none";
  readonly askedLabel?: string;
}

/** Where a price lies on the market: grey axis, tinted middle half, a line for the median, a dot for the price. */
export function PriceBand({ low, median, high, asked, from, to, labels = "ends", askedLabel }: PriceBandProps) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const margin = Math.max(high - low, 1);
  const start = from ?? Math.min(low - margin, asked ?? low);
  const end = to ?? Math.max(high + margin, asked ?? high);
  const at = (fen: Fen) => `${Math.min(100, Math.max(0, ((fen - start) / Math.max(1, end - start)) * 100))}%`;
  const values = { low: format.yuan(low), median: format.yuan(median), high: format.yuan(high) };
  const spoken = asked === undefined ? t("band.label", values) : t("band.labelAsked", { ...values, asked: format.money(asked) });
  return (
    <div className={classes.band} role="img" aria-label={spoken}>
      {labels === "all" && asked !== undefined && (
        <div className={classes.above}>
          <span className={classes.asked} style={{ left: at(asked) }}>
            {askedLabel} {format.yuan(asked)}
          </span>
        </div>
      )}
      <div className={classes.axis}>
        <span className={classes.middle} style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
        <span className={classes.median} style={{ left: at(median) }} />
        {asked !== undefined && <span className={classes.dot} style={{ left: at(asked) }} />}
      </div>
      {labels !== "none" && (
        <div className={classes.below}>
          <span style={{ left: at(low) }}>{format.yuan(low)}</span>
          {labels === "all" && (
            <span style={{ left: at(median) }}>
              <b>{format.yuan(median)}</b> {t("band.median")}
            </span>
          )}
          <span style={{ left: at(high) }}>{format.yuan(high)}</span>
        </div>
      )}
    </div>
  );
}
