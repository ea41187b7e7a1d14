import type { Dossier } from "@lingong/contracts";
import { AppLink, Chip, Countdown, DecisionReasons, MoneyList, Panel, useFormat } from "@lingong/ui";
import { IconGavel } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import { deadlineName } from "./deadline-name.ts";
import classes from "./dossier.module.css";

/** The dispute: what is held, who opened it and why, whose turn it is, what was decided. */
export function DisputePanel({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const { order } = dossier;
  const { dispute } = order;
  if (dispute === null) return null;
  const { decision, splitProposal } = dispute;
  return (
    <Panel
      title={t("dispute.title")}
      aside={
        <Chip tone="accent" icon={IconGavel}>
          {domain(`disputeState.${dispute.state}`)}
        </Chip>
      }
    >
      <p className={classes.quote}>
        <b>{t("dispute.openedBy", { side: domain(`role.${dispute.openedBy}`) })}</b>
        {dispute.reason}
      </p>
      <MoneyList
        lines={[
          { key: "due", label: t("dispute.due"), fen: dispute.dueFen },
          { key: "settled", label: t("dispute.settled"), fen: Math.max(0, dispute.dueFen - dispute.heldFen) },
          { key: "held", label: t("dispute.held"), fen: dispute.heldFen, tone: "warn" },
        ]}
      />
      {order.deadline !== null && (
        <p className={classes.clock}>
          <Countdown until={Date.parse(order.deadline.at)}>{deadlineName(order.deadline.what, t)}</Countdown>
        </p>
      )}
      <p className={classes.split}>
        <AppLink href={addressOf(`/queues/disputes/${order.id}`)}>{t("desk.toDesk")}</AppLink>
      </p>
      {!dispute.arbitratorAssigned && <p className={classes.none}>{t("dispute.noArbitrator")}</p>}
      {splitProposal !== null && <Split label={t("dispute.proposal", { side: domain(`role.${splitProposal.by}`) })} split={splitProposal} />}
      {decision !== null && (
        <>
          <Split label={t("dispute.decision")} split={decision} />
          <DecisionReasons decision={decision} />
        </>
      )}
    </Panel>
  );
}

function Split({ label, split }: { readonly label: string; readonly split: { readonly toWorkerFen: number; readonly toCustomerFen: number } }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  return (
    <p className={classes.split}>
      <span>{label}</span>
      <b>{t("dispute.split", { worker: format.money(split.toWorkerFen), customer: format.money(split.toCustomerFen) })}</b>
    </p>
  );
}
