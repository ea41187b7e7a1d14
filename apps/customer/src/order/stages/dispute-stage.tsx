import { Countdown, ErrorAlert, knownErrorOf, Page, Panel, useFormat, useText } from "@lingong/ui";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DecisionCard } from "../dispute/decision-card.tsx";
import { DisputeAnswers } from "../dispute/dispute-answers.tsx";
import { DisputeMoney } from "../dispute/dispute-money.tsx";
import { EvidencePanel } from "../dispute/evidence-panel.tsx";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { BillPanel } from "../parts/bill-panel.tsx";
import { Counterpart } from "../parts/counterpart.tsx";
import { InsurancePanel } from "../parts/insurance-panel.tsx";
import { LinksPanel } from "../parts/links-panel.tsx";
import { MoneyPanel } from "../parts/money-panel.tsx";
import { OrderHead } from "../parts/order-head.tsx";
import { PhotosPanel } from "../parts/photos-panel.tsx";

/** An amount is disputed: where it stands, its clock, evidence, the other side's proposal, the decision. */
export function DisputeStage() {
  const { t } = useTranslation("customer");
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const { order, error } = useOrder();
  const { dispute } = order;
  return (
    <Page
      title={text(order.category.name)}
      subtitle={t("order.code", { code: order.code })}
      onBack={() => void navigate({ to: "/orders" })}
      width="wide"
    >
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel>
            <div className={classes.stack}>
              <OrderHead />
              <Counterpart />
            </div>
          </Panel>
          {dispute !== null && (
            <Panel
              tone="live"
              title={domain(`disputeState.${dispute.state}`)}
              aside={t("dispute.openedAt", { time: format.dateTime(Date.parse(dispute.openedAt)) })}
            >
              <div className={classes.stack}>
                <DisputeMoney dispute={dispute} />
                <p className={classes.quiet}>{t("dispute.reasonGiven", { reason: dispute.reason })}</p>
                <Countdown until={Date.parse(dispute.dueAt)}>{t(`dispute.until.${dispute.state}`)}</Countdown>
                <DecisionCard dispute={dispute} />
                <DisputeAnswers dispute={dispute} />
              </div>
            </Panel>
          )}
          {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
          <EvidencePanel />
        </div>
        <div className={classes.column}>
          <BillPanel />
          <PhotosPanel />
          <MoneyPanel />
          <InsurancePanel />
          <LinksPanel />
        </div>
      </div>
    </Page>
  );
}
