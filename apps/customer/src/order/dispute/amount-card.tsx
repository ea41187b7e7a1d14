import { Panel, Price, SplitBar, useFormat } from "@lingong/ui";
import { Slider } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MoneyInput } from "../../components/money-input.tsx";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

export interface AmountCardProps {
  readonly amountFen: number;
  /** What is due: more cannot be disputed. */
  readonly mostFen: number;
  /** What was authorised beyond it and comes back at once. */
  readonly refundFen: number;
  readonly onChange: (fen: number) => void;
}

/** Over how much: a slider or typed; what is settled, held and refunded at once follows it. */
export function AmountCard({ amountFen, mostFen, refundFen, onChange }: AmountCardProps) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const { order } = useOrder();
  const [typing, setTyping] = useState(false);
  const minutes = order.terms.rateFenPerHour === 0 ? 0 : Math.round((amountFen * 60) / (order.terms.rateFenPerHour * order.terms.headcount));
  return (
    <Panel>
      <Price
        fen={amountFen}
        size={40}
        label={t("dispute.howMuch")}
        formula={
          <>
            <div>{t("dispute.bill", { amount: format.money(mostFen) })}</div>
            <div>{t("dispute.asTime", { span: format.span(minutes) })}</div>
          </>
        }
      />
      <div className={classes.slider}>
        <Slider
          thumbLabel={t("dispute.howMuch")}
          label={null}
          min={100}
          max={Math.max(100, mostFen)}
          step={50}
          value={amountFen}
          onChange={onChange}
          size={4}
          thumbSize={28}
        />
      </div>
      <div className={classes.endLine}>
        <button type="button" className={classes.cancel} aria-expanded={typing} onClick={() => setTyping(!typing)}>
          {t("dispute.type")}
        </button>
        <span>{t("dispute.atMost", { amount: format.money(mostFen) })}</span>
      </div>
      {typing && <MoneyInput label={t("dispute.howMuch")} fen={amountFen} least={1} most={mostFen} onChange={onChange} />}
      <SplitBar
        parts={[
          { kind: "worker", label: t("dispute.settledNow"), fen: mostFen - amountFen },
          { kind: "held", label: t("dispute.held"), fen: amountFen },
          ...(refundFen > 0 ? [{ kind: "refund" as const, label: t("dispute.refundNow"), fen: refundFen }] : []),
        ]}
      />
    </Panel>
  );
}
