import { ErrorAlert, knownErrorOf, Page, Panel, useText } from "@lingong/ui";
import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TipSheet } from "../actions/tip-sheet.tsx";
import { useReview } from "../actions/use-review.ts";
import { DecidedPanel } from "../dispute/decided-panel.tsx";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { BillPanel } from "../parts/bill-panel.tsx";
import { CasePanel } from "../parts/case-panel.tsx";
import { Counterpart } from "../parts/counterpart.tsx";
import { EndedHead } from "../parts/ended-head.tsx";
import { InsurancePanel } from "../parts/insurance-panel.tsx";
import { LinksPanel } from "../parts/links-panel.tsx";
import { MoneyPanel } from "../parts/money-panel.tsx";
import { PhotosPanel } from "../parts/photos-panel.tsx";
import { ReceiptPanel } from "../parts/receipt-panel.tsx";
import { emptyReview, type ReviewDraft, ReviewForm } from "../parts/review-form.tsx";
import { ReviewsPanel } from "../parts/reviews-panel.tsx";
import { ServiceTime } from "../parts/service-time.tsx";
import { TermsPanel } from "../parts/terms-panel.tsx";

/** It is over: how it ended, where the money went, the review while it is open, a tip, and the same again. */
export function EndedStage() {
  const { t } = useTranslation("customer");
  const text = useText();
  const navigate = useNavigate();
  const { order, actionOf, error } = useOrder();
  const review = useReview(order.id);
  const [draft, setDraft] = useState<ReviewDraft>(emptyReview);
  const [tipping, setTipping] = useState(false);
  const open = order.review !== null && !order.review.mineGiven;
  const tip = actionOf("tip");
  const again = () =>
    void navigate({
      to: "/new",
      search: { category: order.category.id, ...(order.counterpart === null ? {} : { worker: order.counterpart.id, name: order.counterpart.name }) },
    });
  const submit = {
    label: t("review.submit"),
    disabled: draft.stars === 0,
    loading: review.submitting,
    onClick: () => void review.submit(draft).catch(() => undefined),
  };
  return (
    <Page
      title={text(order.category.name)}
      subtitle={t("order.code", { code: order.code })}
      onBack={() => void navigate({ to: "/orders" })}
      width="wide"
      actions={
        open && draft.stars > 0 ? { primary: submit, consequence: t("review.when") } : { primary: { label: t("ended.again"), onClick: again } }
      }
    >
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel>
            <div className={classes.stack}>
              <EndedHead />
              <Counterpart />
              {tip !== undefined && (
                <Button variant="light" onClick={() => setTipping(true)}>
                  {t("tip.open")}
                </Button>
              )}
            </div>
          </Panel>
          {(error ?? review.error) !== null && <ErrorAlert {...knownErrorOf(error ?? review.error)} />}
          <DecidedPanel />
          {open && <ReviewForm review={draft} onChange={setDraft} />}
          {order.review?.mineGiven && <ReviewsPanel orderId={order.id} />}
          <BillPanel />
          <ServiceTime />
          <PhotosPanel />
          <CasePanel />
        </div>
        <div className={classes.column}>
          <MoneyPanel />
          <InsurancePanel />
          <ReceiptPanel />
          <TermsPanel />
          <LinksPanel />
          <Link to="/orders" search={{ filter: "past" }} className={classes.quiet}>
            {t("ended.all")}
          </Link>
        </div>
      </div>
      <TipSheet opened={tipping} onClose={() => setTipping(false)} />
    </Page>
  );
}
