import { commissionOf, type FeePlanId, type Policy } from "@lingong/domain";
import { Panel, SplitBar, useFormat } from "@lingong/ui";
import { NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./fees.module.css";
import { newcomer } from "./rate-curve.ts";

export interface TryOrderProps {
  readonly plan: FeePlanId;
  readonly current: Policy;
  readonly draft: Policy;
}

const usualYuan = 1_800;
const mostYuan = 1_000_000;

/** One order of any amount under both: the function that charges, run on what is typed. */
export function TryOrder({ plan, current, draft }: TryOrderProps) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const [yuan, setYuan] = useState<number | string>(usualYuan);
  const baseFen = Math.round(Math.min(mostYuan, Math.max(0, Number(yuan) || 0)) * 100);
  const [now, then] = [current, draft].map((policy) => commissionOf({ ...newcomer, plan, baseFen }, policy));
  const moreFen = (then?.workerNetFen ?? 0) - (now?.workerNetFen ?? 0);
  return (
    <Panel title={t("fees.tryOne")}>
      <NumberInput
        aria-label={t("fees.tryAmount")}
        prefix="¥"
        thousandSeparator=","
        hideControls
        allowNegative={false}
        decimalScale={2}
        max={mostYuan}
        value={yuan}
        onChange={setYuan}
      />
      {(
        [
          ["current", now],
          ["draft", then],
        ] as const
      ).map(([which, split]) => (
        <div key={which} className={classes.tried}>
          <span>
            {t(`fees.${which}`)}
            <span>{t("fees.tryPlatform", { amount: format.money(split?.commissionFen ?? 0) })}</span>
          </span>
          <SplitBar
            legend="none"
            parts={[
              { kind: "worker", fen: split?.workerNetFen ?? 0 },
              { kind: "platform", fen: split?.commissionFen ?? 0 },
            ]}
          />
          <span>
            {t("fees.tryNet")}
            <b>{format.money(split?.workerNetFen ?? 0)}</b>
          </span>
        </div>
      ))}
      <p className={classes.moved} data-less={moreFen < 0 || undefined} role="status">
        {moreFen === 0 ? t("fees.unchanged") : t(moreFen > 0 ? "fees.more" : "fees.less", { amount: format.money(Math.abs(moreFen)) })}
      </p>
    </Panel>
  );
}
