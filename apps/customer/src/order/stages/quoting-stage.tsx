import { ErrorAlert, knownErrorOf, Page, Panel, useText } from "@lingong/ui";
import { useNavigate } from "@tanstack/react-router";
import { QuoteBoard } from "../../quotes/quote-board.tsx";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { EndLine } from "../parts/end-line.tsx";
import { LinksPanel } from "../parts/links-panel.tsx";
import { OrderHead } from "../parts/order-head.tsx";
import { TermsPanel } from "../parts/terms-panel.tsx";
import { When } from "./matching-stage.tsx";

/** While quotes are collected: side by side as they come in, to bargain about and to choose from. */
export function QuotingStage() {
  const text = useText();
  const navigate = useNavigate();
  const { order, error } = useOrder();
  return (
    <Page title={text(order.category.name)} subtitle={<When />} onBack={() => void navigate({ to: "/orders" })} width="wide">
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel>
            <div className={classes.stack}>
              <OrderHead />
              <EndLine />
            </div>
          </Panel>
          {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
          <QuoteBoard orderId={order.id} bookedMinutes={order.terms.bookedMinutes} headcount={order.terms.headcount} />
        </div>
        <div className={classes.column}>
          <TermsPanel />
          <LinksPanel />
        </div>
      </div>
    </Page>
  );
}
