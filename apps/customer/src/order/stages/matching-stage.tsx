import { MINUTE } from "@lingong/domain";
import { Countdown, ErrorAlert, knownErrorOf, Page, Panel, Price, useFormat, useServerNow, useText } from "@lingong/ui";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RaiseSheet } from "../actions/raise-sheet.tsx";
import { useNextAction } from "../actions/use-next-action.tsx";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { Counterpart } from "../parts/counterpart.tsx";
import { EndLine } from "../parts/end-line.tsx";
import { LinksPanel } from "../parts/links-panel.tsx";
import { MatchingPanel } from "../parts/matching-panel.tsx";
import { MoneyPanel } from "../parts/money-panel.tsx";
import { OrderHead } from "../parts/order-head.tsx";
import { TermsPanel } from "../parts/terms-panel.tsx";
import { awaitedPayment } from "../payments.ts";

/** Before anybody has taken it: pay first, then who is asked, and a higher price if one likes. */
export function MatchingStage() {
  const { t } = useTranslation("customer");
  const text = useText();
  const navigate = useNavigate();
  const { order, actionOf, error } = useOrder();
  const next = useNextAction();
  const [raising, setRaising] = useState(false);
  const raise = actionOf("raisePrice") && { label: t("raise.open"), onClick: () => setRaising(true) };
  const actions = next ?? (raise && { consequence: t("raise.consequence"), primary: raise });
  const toPay = awaitedPayment(order, "order");
  return (
    <Page
      title={text(order.category.name)}
      subtitle={<When />}
      onBack={() => void navigate({ to: "/orders" })}
      width="wide"
      actions={
        actions &&
        withClock(actions, toPay !== undefined, order.deadline?.at, t(order.terms.pricing === "quotes" ? "quotes.payCloses" : "pay.closes"))
      }
    >
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel tone={next === undefined ? "plain" : "live"}>
            <div className={classes.stack}>
              <OrderHead />
              {toPay !== undefined && <Price fen={toPay.fen} size={32} label={t("pay.toPay")} formula={t("pay.nothingCharged")} />}
              {order.counterpart !== null && <Counterpart />}
              <EndLine />
            </div>
          </Panel>
          {order.matching !== null && <MatchingPanel />}
          {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
          <TermsPanel />
        </div>
        <div className={classes.column}>
          <MoneyPanel />
          <LinksPanel />
        </div>
      </div>
      <RaiseSheet opened={raising} onClose={() => setRaising(false)} />
    </Page>
  );
}

function withClock<Bar extends object>(bar: Bar, paying: boolean, until: string | undefined, words: string) {
  return paying && until !== undefined ? { ...bar, consequence: <Countdown until={Date.parse(until)}>{words}</Countdown> } : bar;
}

/** `今天 14:00–17:00`, or as soon as possible. */
export function When() {
  const { t } = useTranslation("customer");
  const { order } = useOrder();
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const start = order.workingStart ?? order.startsAt;
  if (start === null) return t("when.soon");
  const from = Date.parse(start);
  return order.endsAt === null ? format.dayTime(from, now) : format.dayTimeRange(from, Date.parse(order.endsAt), now);
}
