import { Panel } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { useOrder } from "../order-context.tsx";
import { DecisionCard } from "./decision-card.tsx";
import { EvidencePanel } from "./evidence-panel.tsx";

/** A dispute that is over stays readable: what was decided and why, and what both sides brought forward. */
export function DecidedPanel() {
  const { t } = useTranslation("domain");
  const { order } = useOrder();
  if (order.dispute === null) return null;
  return (
    <>
      <Panel title={t(`disputeState.${order.dispute.state}`)}>
        <DecisionCard dispute={order.dispute} />
      </Panel>
      <EvidencePanel />
    </>
  );
}
