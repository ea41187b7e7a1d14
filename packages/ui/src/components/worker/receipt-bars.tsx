import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { classNames } from "../basics/class-names.ts";
import { Legend } from "../figures/legend.tsx";
import type { ScorePart } from "../score.ts";
import classes from "./receipt-bars.module.css";

export interface ReceiptPart {
  readonly part: ScorePart;
  readonly value: number;
  readonly most: number;
  /** What the smallest step would add: hatched. */
  readonly couldAdd?: number;
}

export interface ReceiptBarsProps {
  readonly parts: readonly ReceiptPart[];
  /** 2: beside each other in pairs, as on an offer. */
  readonly columns?: 1 | 2;
  /** The total's own bar on top, with the round's line as a mark. Never another worker's parts. */
  readonly total?: { readonly value: number; readonly most: number; readonly line?: number };
  readonly legend?: boolean;
}

/** Why a worker was, or was not, offered an order: each part of the score as a bar with `v/max`. */
export function ReceiptBars({ parts, columns = 1, total, legend }: ReceiptBarsProps) {
  return (
    <div>
      {total && <TotalBar {...total} />}
      <ul className={classNames(classes.parts, columns === 2 && classes.two)}>
        {parts.map((part) => (
          <Part key={part.part} part={part} />
        ))}
      </ul>
      {legend && <BarsLegend withLine={total?.line !== undefined} withStep={parts.some(({ couldAdd = 0 }) => couldAdd > 0)} />}
    </div>
  );
}

function Part({ part }: { readonly part: ReceiptPart }) {
  const { t } = useTranslation("common");
  const { t: domain } = useTranslation("domain");
  const name = domain(`scorePart.${part.part}`);
  const values = { part: name, value: part.value, most: part.most };
  const spoken = part.couldAdd ? t("receipt.partLabelAdd", { ...values, add: part.couldAdd }) : t("receipt.partLabel", values);
  const width = (points: number) => `${part.most === 0 ? 0 : (points / part.most) * 100}%`;
  return (
    <li className={classes.part}>
      <VisuallyHidden component="span">{spoken}</VisuallyHidden>
      <span className={classes.name} aria-hidden="true">
        {name}
      </span>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.fill} style={{ width: width(part.value) }} />
        {part.couldAdd ? <span className={classes.hatched} style={{ width: width(part.couldAdd) }} /> : null}
      </span>
      <span className={classes.value} aria-hidden="true">
        <b>{part.value}</b>/{part.most}
      </span>
    </li>
  );
}

function TotalBar({ value, most, line }: NonNullable<ReceiptBarsProps["total"]>) {
  const { t } = useTranslation("common");
  const at = line === undefined ? 0 : (line / most) * 100;
  return (
    <div className={classes.total}>
      <span className={classNames(classes.track, classes.thick)} aria-hidden="true">
        <span className={classes.fill} style={{ width: `${(value / most) * 100}%` }} />
        {line !== undefined && <span className={classes.line} style={{ left: `${at}%` }} />}
      </span>
      {line !== undefined && (
        <div className={classes.lineLabel} style={{ marginInlineEnd: `${Math.max(0, 100 - at - 4)}%` }}>
          {t("receipt.lineValue", { value: line })}
        </div>
      )}
    </div>
  );
}

function BarsLegend({ withLine, withStep }: { readonly withLine: boolean; readonly withStep: boolean }) {
  const { t } = useTranslation("common");
  const step = { key: "step", name: t("receipt.couldAdd"), square: classes.hatched };
  const line = { key: "line", name: t("receipt.line"), mark: <span className={classes.lineSwatch} /> };
  return <Legend under items={[{ key: "part", name: t("receipt.yourPart") }, ...(withStep ? [step] : []), ...(withLine ? [line] : [])]} />;
}
