import { usePlansInForce } from "@lingong/client/react";
import { defaultPolicy, type Policy, withPlans } from "@lingong/domain";
import { CardSkeleton, Panel, Price, SideAmount, SplitBar, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "./landing.module.css";
import { sampleBill } from "./sample-bill.ts";

/** What a bill looks like, split and refund included, at the rates of today. */
export function SampleBillCard() {
  const plans = usePlansInForce();
  return plans === undefined ? <CardSkeleton lines={6} /> : <Bill policy={withPlans(defaultPolicy, plans)} />;
}

function Bill({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const bill = sampleBill(policy);
  return (
    <Panel title={t("landing.billTitle")} aside={t("landing.billFor", { duration: format.duration(bill.workedMinutes) })}>
      <div className={classes.billHead}>
        <Price fen={bill.totalFen} size={32} label={t("landing.billedAs", { duration: format.duration(bill.billedMinutes) })} />
        <SideAmount label={t("landing.prepaid")} amount={format.money(bill.prepaidFen)} />
      </div>
      <SplitBar
        parts={[
          { kind: "worker", fen: bill.workerNetFen, rate: 10_000 - bill.rate },
          { kind: "platform", fen: bill.commissionFen, rate: bill.rate },
          { kind: "refund", fen: bill.refundFen, label: t("landing.unused") },
        ]}
      />
    </Panel>
  );
}
