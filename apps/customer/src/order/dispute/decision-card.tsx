import type { DisputeView } from "@lingong/contracts";
import { DecisionReasons, SplitBar, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";

/** What was decided, why, and on what it rests; the decision appealed stays readable beside the final one. */
export function DecisionCard({ dispute }: { readonly dispute: DisputeView }) {
  const { t } = useTranslation("customer");
  const { t: common } = useTranslation("common");
  const format = useFormat();
  const { decision, appealedDecision, outcome } = dispute;
  return (
    <>
      {appealedDecision !== null && (
        <details className={classes.quiet} open={decision === null}>
          <summary>
            {t("dispute.appealedDecision", {
              worker: format.money(appealedDecision.toWorkerFen),
              customer: format.money(appealedDecision.toCustomerFen),
            })}
          </summary>
          <DecisionReasons decision={appealedDecision} />
          {dispute.appealReason !== null && <p>{t(`dispute.appealedBy.${dispute.appealedBy ?? "customer"}`, { reason: dispute.appealReason })}</p>}
        </details>
      )}
      {decision !== null && (
        <section aria-label={t("dispute.decisionTitle")} className={classes.stack}>
          <b>{t(appealedDecision === null ? "dispute.decisionTitle" : "dispute.finalTitle")}</b>
          <SplitBar
            parts={[
              ...(outcome === null
                ? [{ kind: "worker" as const, label: common("splitProposal.customer.theirs"), fen: decision.toWorkerFen }]
                : [
                    { kind: "worker" as const, label: common("splitProposal.customer.theirs"), fen: outcome.workerNetFen },
                    { kind: "platform" as const, fen: outcome.commissionFen },
                  ]),
              { kind: "refund", label: common("splitProposal.customer.mine"), fen: decision.toCustomerFen },
            ]}
          />
          <DecisionReasons decision={decision} />
        </section>
      )}
    </>
  );
}
