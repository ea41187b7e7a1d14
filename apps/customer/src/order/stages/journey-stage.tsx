import { ErrorAlert, knownErrorOf, Page, Panel, SheetOverMap, useText } from "@lingong/ui";
import { VisuallyHidden } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { MoreActions } from "../actions/more-actions.tsx";
import { useNextAction } from "../actions/use-next-action.tsx";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { AddOnCard } from "../parts/add-on-card.tsx";
import { BackButton } from "../parts/back-button.tsx";
import { Counterpart } from "../parts/counterpart.tsx";
import { EndLine } from "../parts/end-line.tsx";
import { InsurancePanel } from "../parts/insurance-panel.tsx";
import { LinksPanel } from "../parts/links-panel.tsx";
import { MoneyPanel } from "../parts/money-panel.tsx";
import { OrderHead } from "../parts/order-head.tsx";
import { PhotosPanel } from "../parts/photos-panel.tsx";
import { RescheduleNote } from "../parts/reschedule-note.tsx";
import { TermsPanel } from "../parts/terms-panel.tsx";
import { LiveChip, TravelMap } from "../parts/travel-map.tsx";
import { openAddOns } from "../payments.ts";
import { When } from "./matching-stage.tsx";

/** From accept to the door. While the worker travels the map is live above the sheet. */
export function JourneyStage() {
  const { order } = useOrder();
  return order.travel === null || order.address === null ? <AtRest /> : <OnTheWay />;
}

function OnTheWay() {
  const next = useNextAction();
  return (
    <>
      <VisuallyHidden component="h1">
        <Title />
      </VisuallyHidden>
      <SheetOverMap map={<TravelMap />} left={<BackButton />} middle={<LiveChip />} actions={next}>
        <OrderHead />
        <Counterpart />
        <Openings />
        <EndLine />
        <MoreActions />
        <TermsPanel />
        <MoneyPanel />
        <InsurancePanel />
        <LinksPanel />
      </SheetOverMap>
    </>
  );
}

function Title() {
  const text = useText();
  const { order } = useOrder();
  return text(order.category.name);
}

function AtRest() {
  const { t } = useTranslation("customer");
  const navigate = useNavigate();
  const next = useNextAction();
  return (
    <Page title={<Title />} subtitle={<When />} onBack={() => void navigate({ to: "/orders" })} width="wide" actions={next}>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel>
            <div className={classes.stack}>
              <OrderHead />
              <Counterpart />
              <EndLine />
            </div>
          </Panel>
          <Openings />
          <PhotosPanel />
          <div className={classes.later}>
            <TermsPanel />
          </div>
        </div>
        <aside className={classes.column} aria-label={t("order.aside")}>
          <MoreActions />
          <MoneyPanel />
          <InsurancePanel />
          <LinksPanel />
        </aside>
      </div>
    </Page>
  );
}

/** What waits for an answer, and what went wrong with the last one. */
export function Openings() {
  const { order, error } = useOrder();
  return (
    <>
      {openAddOns(order).map((addOn) => (
        <AddOnCard key={addOn.id} addOn={addOn} />
      ))}
      <RescheduleNote />
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
    </>
  );
}
