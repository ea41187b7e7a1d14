import type { DisputeView, Dossier } from "@lingong/contracts";
import { citation, MoneyList, Panel, useFindingText, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { ConflictPanel } from "./conflict-panel.tsx";
import classes from "./desk.module.css";

/** For those who do not decide: what the record proposes and why, who is in charge, and that no conflict was found. */
export function WatchColumn({ dossier, dispute }: { readonly dossier: Dossier; readonly dispute: DisputeView }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const textOf = useFindingText();
  const desk = dossier.dispute;
  if (desk === null) return null;
  const { proposal, arbitrator } = desk;
  return (
    <>
      <Panel title={t("desk.split")} aside={format.money(dispute.heldFen)}>
        <p className={classes.when}>{arbitrator === null ? t("desk.nobody") : t("desk.notMine", { name: arbitrator.name })}</p>
        <MoneyList
          lines={[
            { key: "worker", label: t("decision.toWorker"), fen: proposal.toWorkerFen },
            { key: "customer", label: t("decision.toCustomer"), fen: proposal.toCustomerFen },
          ]}
        />
        <ul className={classes.watched}>
          {proposal.findings.map((finding) => (
            <li key={finding.kind}>
              {textOf(finding)} <code>{finding.cites.map(citation).join(" ")}</code>
            </li>
          ))}
        </ul>
      </Panel>
      <ConflictPanel dossier={dossier} />
    </>
  );
}
