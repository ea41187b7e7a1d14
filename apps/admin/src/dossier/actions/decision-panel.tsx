import type { DisputeView, Dossier } from "@lingong/contracts";
import { Panel } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { DecisionForm } from "./decision-form.tsx";

/** Deciding a dispute; there only when the server offers it to the person who looks. */
export function DecisionPanel({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation("admin");
  const { dispute, actions } = dossier.order;
  const action = actions.find(({ command }) => command === "decideDispute");
  if (action === undefined || dispute === null) return null;
  return (
    <Panel title={t("decision.title")} aside={t("decision.drag")} tone="live">
      <DecisionForm key={keyOf(dispute)} dossier={dossier} dispute={dispute} />
    </Panel>
  );
}

/** Another decision begins anew: after an appeal, or when another amount is held. */
function keyOf({ state, heldFen }: DisputeView): string {
  return `${state} ${heldFen}`;
}
