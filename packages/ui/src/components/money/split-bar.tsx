import type { BasisPoints, Fen } from "@lingong/domain";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { classNames } from "../basics/class-names.ts";
import classes from "./split-bar.module.css";

export interface SplitPart {
  /** Decides the fill, and the order: worker, platform, held (disputed, still in escrow), refund, fee. */
  readonly kind: "worker" | "platform" | "held" | "refund" | "fee";
  /** `周桂芳到手`; the catalogue's word for the kind unless told. */
  readonly label?: string;
  readonly rate?: BasisPoints;
  /** In brackets behind the rate: `已认证 + Lv4`. */
  readonly note?: string;
  readonly fen: Fen;
  readonly strong?: boolean;
}

export interface SplitBarProps {
  readonly parts: readonly SplitPart[];
  /** rows: swatch, name, rate, amount · none: the bar alone, read out as one sentence. */
  readonly legend?: "rows" | "none";
  readonly className?: string;
}

const order: readonly SplitPart["kind"][] = ["worker", "platform", "held", "refund", "fee"];

/** What the parts of a split add up to: show this as the total above a bar, and the two can never disagree. */
export function splitTotal(parts: readonly SplitPart[]): Fen {
  return parts.reduce((total, part) => total + part.fen, 0);
}

/** How an amount divides, to scale: worker, platform, refund, in this order always. */
export function SplitBar({ parts, legend = "rows", className }: SplitBarProps) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const sorted = [...parts].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const nameOf = (part: SplitPart) => part.label ?? t(`split.${part.kind}`);
  const spoken = t("price.split", {
    parts: sorted.map((part) => t("price.parts", { label: nameOf(part), amount: format.money(part.fen) })).join(t("price.separator")),
  });
  return (
    <div className={className}>
      <div className={classes.bar} {...(legend === "none" ? { role: "img", "aria-label": spoken } : { "aria-hidden": true })}>
        {sorted
          .filter((part) => part.fen > 0)
          .map((part) => (
            <span key={part.kind} className={classes[part.kind]} style={{ flexGrow: part.fen }} />
          ))}
      </div>
      {legend === "rows" && (
        <dl className={classes.legend}>
          {sorted.map((part) => (
            <div key={part.kind} className={classes.row}>
              <dt className={classes.name}>
                <span className={classNames(classes.swatch, classes[part.kind])} aria-hidden="true" />
                {nameOf(part)}
                {part.rate !== undefined && ` ${format.rate(part.rate)}`}
                {part.note !== undefined && <span className={classes.note}>{t("split.note", { note: part.note })}</span>}
              </dt>
              <dd className={classNames(classes.amount, part.strong && classes.strong)}>{format.money(part.fen)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
