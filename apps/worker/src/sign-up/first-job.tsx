import { usePlansInForce } from "@lingong/client/react";
import { categoryOf, commissionOf, defaultPolicy, withPlans } from "@lingong/domain";
import { Panel, SplitBar, useFormat, useText } from "@lingong/ui";
import { Trans, useTranslation } from "react-i18next";
import { SplitWords } from "../components/split-words.tsx";

const example = categoryOf("daily_cleaning");

/** What a first job nets: the usual length at the reference rate, split by the very function that charges, at the rates of today. */
export function FirstJob() {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const text = useText();
  const plans = usePlansInForce();
  if (example === null || plans === undefined) return null;
  const baseFen = Math.round((example.referenceRateFen * example.usualMinutes) / 60);
  const facts = { plan: example.plan, certified: false, level: 1, completedOrders: 0, completedTogetherBefore: 0 };
  const { commissionFen, workerNetFen, rows } = commissionOf({ ...facts, baseFen }, withPlans(defaultPolicy, plans));
  return (
    <Panel title={t("signUp.firstJob")} aside={`${text(example.name)} ${format.span(example.usualMinutes)}`}>
      <SplitBar
        legend="none"
        parts={[
          { kind: "worker", label: t("money.net"), fen: workerNetFen },
          { kind: "platform", fen: commissionFen },
        ]}
      />
      <SplitWords>
        <span>
          <Trans t={t} i18nKey="signUp.takeHome" values={{ amount: format.money(workerNetFen) }} components={{ b: <b /> }} />
        </span>
        <span>{t("signUp.customerPays", { amount: format.money(baseFen), rate: format.rate(rows[0]?.rate ?? 0) })}</span>
      </SplitWords>
    </Panel>
  );
}
