import { Price, useFormat } from "@lingong/ui";
import { NumberInput, Slider } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type DecisionSplit, fenOfYuan, splitFor } from "./decision-split.ts";
import classes from "./desk.module.css";

export interface SplitChoiceProps {
  readonly heldFen: number;
  readonly split: DecisionSplit;
  readonly onChange: (split: DecisionSplit) => void;
}

/** How much to each side: dragged or typed, always adding up to what is held. */
export function SplitChoice({ heldFen, split, onChange }: SplitChoiceProps) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { toWorkerFen, toCustomerFen } = split;
  const share = (fen: number) => format.share(heldFen === 0 ? 0 : Math.round((fen / heldFen) * 100) / 100);
  const amount = {
    decimalScale: 2,
    fixedDecimalScale: true,
    min: 0,
    max: heldFen / 100,
    prefix: "¥",
    hideControls: true,
    clampBehavior: "strict",
  } as const;
  return (
    <>
      <div className={classes.shares}>
        <Price label={t("decision.worker", { share: share(toWorkerFen) })} fen={toWorkerFen} size={28} />
        <Price label={t("decision.customer", { share: share(toCustomerFen) })} fen={toCustomerFen} size={28} />
      </div>
      <Slider
        thumbLabel={t("decision.slider")}
        min={0}
        max={heldFen}
        step={1}
        label={null}
        thumbSize={22}
        value={toWorkerFen}
        onChange={(fen) => onChange(splitFor(fen, heldFen))}
        mb="md"
      />
      <div className={classes.amounts}>
        <NumberInput
          {...amount}
          label={t("decision.toWorker")}
          value={toWorkerFen / 100}
          onChange={(yuan) => onChange(splitFor(fenOfYuan(yuan), heldFen))}
        />
        <NumberInput
          {...amount}
          label={t("decision.toCustomer")}
          value={toCustomerFen / 100}
          onChange={(yuan) => onChange(splitFor(heldFen - fenOfYuan(yuan), heldFen))}
        />
      </div>
    </>
  );
}
