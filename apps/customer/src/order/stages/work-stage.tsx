import { MINUTE } from "@lingong/domain";
import { ErrorAlert, knownErrorOf, Page, Panel, useFormat, useServerNow, useText } from "@lingong/ui";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FinishSheet } from "../actions/finish-sheet.tsx";
import { MoreActions } from "../actions/more-actions.tsx";
import { useNextAction } from "../actions/use-next-action.tsx";
import { deadlineText } from "../deadline-text.ts";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { AddOnCard } from "../parts/add-on-card.tsx";
import { Counterpart } from "../parts/counterpart.tsx";
import { InsurancePanel } from "../parts/insurance-panel.tsx";
import { LinksPanel } from "../parts/links-panel.tsx";
import { MoneyPanel } from "../parts/money-panel.tsx";
import { OrderHead } from "../parts/order-head.tsx";
import { PhotosPanel } from "../parts/photos-panel.tsx";
import { RunningCost } from "../parts/running-cost.tsx";
import { TermsPanel } from "../parts/terms-panel.tsx";
import { openAddOns } from "../payments.ts";
import { When } from "./matching-stage.tsx";

/** While the work goes on: the timer, the cost so far and the next quarter, photos, add-ons. */
export function WorkStage() {
  const { t } = useTranslation("customer");
  const text = useText();
  const navigate = useNavigate();
  const { order, actionOf, error } = useOrder();
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const next = useNextAction();
  const [finishing, setFinishing] = useState(false);
  const finish = actionOf("finish") && {
    consequence: t("finish.consequence"),
    primary: { label: t("finish.open"), onClick: () => setFinishing(true) },
  };
  return (
    <Page title={text(order.category.name)} subtitle={<When />} onBack={() => void navigate({ to: "/orders" })} width="wide" actions={next ?? finish}>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel tone={next === undefined ? "live" : "plain"}>
            <div className={classes.stack}>
              <OrderHead />
              <RunningCost />
              <Counterpart />
              <p className={classes.caption}>{deadlineText(order, { format, now, t })}</p>
            </div>
          </Panel>
          {openAddOns(order).map((addOn) => (
            <AddOnCard key={addOn.id} addOn={addOn} />
          ))}
          {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
          <PhotosPanel />
          <div className={classes.later}>
            <TermsPanel />
          </div>
        </div>
        <div className={classes.column}>
          <MoreActions />
          <MoneyPanel />
          <InsurancePanel />
          <LinksPanel />
        </div>
      </div>
      <FinishSheet opened={finishing} onClose={() => setFinishing(false)} />
    </Page>
  );
}
