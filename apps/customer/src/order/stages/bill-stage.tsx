import { Countdown, ErrorAlert, knownErrorOf, Page, Panel, useFormat } from "@lingong/ui";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useReview } from "../actions/use-review.ts";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { BillPanel } from "../parts/bill-panel.tsx";
import { Counterpart } from "../parts/counterpart.tsx";
import { InsurancePanel } from "../parts/insurance-panel.tsx";
import { LinksPanel } from "../parts/links-panel.tsx";
import { PhotosPanel } from "../parts/photos-panel.tsx";
import { emptyReview, type ReviewDraft, ReviewForm } from "../parts/review-form.tsx";
import { ServiceTime } from "../parts/service-time.tsx";
import { TermsPanel } from "../parts/terms-panel.tsx";

/** The work is done: time, bill, photos, a review, and one button that settles it all. */
export function BillStage() {
  const { t } = useTranslation("customer");
  const navigate = useNavigate();
  const { order, actionOf, run, running, error } = useOrder();
  const format = useFormat();
  const review = useReview(order.id);
  const [draft, setDraft] = useState<ReviewDraft>(emptyReview);
  const confirm = actionOf("confirm");
  const dispute = actionOf("openDispute");
  const refundFen = confirm?.consequence.refundFen ?? 0;
  const settle = async () => {
    await run({ type: "confirm" });
    if (draft.stars > 0) await review.submit(draft);
  };
  const details = [draft.stars > 0 ? t("bill.withReview") : null, refundFen > 0 ? t("bill.back", { amount: format.money(refundFen) }) : null].filter(
    (part) => part !== null,
  );
  return (
    <Page
      title={t("bill.pageTitle")}
      subtitle={t("bill.auto")}
      onBack={() => void navigate({ to: "/orders" })}
      width="wide"
      aside={order.deadline && <Countdown until={Date.parse(order.deadline.at)} size={15} />}
      actions={
        confirm && {
          primary: {
            label: t("bill.confirm", { amount: format.money(order.bill?.totalFen ?? 0) }),
            detail: details.length > 0 ? details.join(" · ") : undefined,
            loading: running === "confirm" || review.submitting,
            onClick: () => void settle().catch(() => undefined),
          },
          secondary: dispute && {
            label: t("bill.problem"),
            onClick: () => void navigate({ to: "/orders/$orderId/dispute", params: { orderId: order.id } }),
          },
        }
      }
    >
      <div className={classes.columns}>
        <div className={classes.column}>
          <ServiceTime />
          <BillPanel />
          {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
          <div className={classes.later}>
            <TermsPanel />
          </div>
        </div>
        <div className={classes.column}>
          <PhotosPanel />
          <ReviewForm review={draft} onChange={setDraft} />
          <Panel>
            <div className={classes.stack}>
              <Counterpart />
            </div>
          </Panel>
          <InsurancePanel />
          <LinksPanel />
        </div>
      </div>
    </Page>
  );
}
