import type { OrderView } from "@lingong/contracts";
import { Chip, Countdown, DecisionReasons, MoneyList, Panel, SplitBar, useFormat } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconGavel } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonSheet } from "../sheets/reason-sheet.tsx";
import { SplitSheet } from "../sheets/split-sheet.tsx";
import { actionOf, type Job } from "../use-job.ts";
import { EvidencePanel } from "./evidence-panel.tsx";
import classes from "./panels.module.css";

type Dispute = NonNullable<OrderView["dispute"]>;

/** A dispute: what is held, how it stands, what the other side or the arbitrator says, and the answers that are open. */
export function DisputePanel({ job }: { readonly job: Job }) {
  const { dispute } = job.order;
  if (dispute === null) return null;
  return (
    <>
      <Open job={job} dispute={dispute} />
      <EvidencePanel job={job} />
    </>
  );
}

function Open({ job, dispute }: { readonly job: Job; readonly dispute: Dispute }) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const { t: common } = useTranslation("common");
  const format = useFormat();
  const { decision, appealedDecision, splitProposal } = dispute;
  return (
    <Panel
      title={t("dispute.title")}
      icon={<IconGavel size={24} aria-hidden />}
      aside={<Chip tone="filled">{domain(`disputeState.${dispute.state}`)}</Chip>}
    >
      <p className={classes.second}>{t(`dispute.by.${dispute.openedBy}`, { reason: dispute.reason })}</p>
      <MoneyList
        lines={[
          { key: "due", label: t("dispute.due"), fen: dispute.dueFen },
          { key: "held", label: t("dispute.held"), fen: dispute.heldFen, tone: "strong" },
        ]}
      />
      {job.order.endedAt === null && <Countdown until={Date.parse(dispute.dueAt)}>{t(`dispute.clock.${dispute.state}`)}</Countdown>}
      {decision !== null && (
        <div className={classes.well}>
          <b>{t("dispute.decision", { worker: format.money(decision.toWorkerFen), customer: format.money(decision.toCustomerFen) })}</b>
          {dispute.outcome !== null && (
            <SplitBar
              parts={[
                { kind: "worker", fen: dispute.outcome.workerNetFen },
                { kind: "platform", fen: dispute.outcome.commissionFen },
                { kind: "refund", label: common("splitProposal.worker.theirs"), fen: dispute.outcome.refundFen },
              ]}
            />
          )}
          <DecisionReasons decision={decision} />
        </div>
      )}
      {appealedDecision !== null && (
        <details className={classes.well} open={decision === null}>
          <summary>
            {t("dispute.first", { worker: format.money(appealedDecision.toWorkerFen), customer: format.money(appealedDecision.toCustomerFen) })}
          </summary>
          <DecisionReasons decision={appealedDecision} />
          {dispute.appealReason !== null && <p>{t(`dispute.appealedBy.${dispute.appealedBy ?? "customer"}`, { reason: dispute.appealReason })}</p>}
        </details>
      )}
      {splitProposal !== null && (
        <p className={classes.well}>
          {t(`dispute.split.${splitProposal.by}`, {
            worker: format.money(splitProposal.toWorkerFen),
            customer: format.money(splitProposal.toCustomerFen),
          })}
        </p>
      )}
      <Answers job={job} heldFen={dispute.heldFen} />
    </Panel>
  );
}

function Answers({ job, heldFen }: { readonly job: Job; readonly heldFen: number }) {
  const { t } = useTranslation("worker");
  const [appealing, setAppealing] = useState(false);
  const [splitting, setSplitting] = useState(false);
  const { perform, performing } = job;
  const plain = (["acceptDecision", "agreeSplit"] as const).filter((command) => actionOf(job, command) !== null);
  const appeal = actionOf(job, "appealDispute") !== null;
  const split = actionOf(job, "proposeSplit") !== null;
  if (plain.length === 0 && !appeal && !split) return null;
  return (
    <div className={classes.buttons}>
      {plain.map((command) => (
        <Button key={command} loading={performing === command} onClick={() => void perform({ type: command }).catch(() => undefined)}>
          {t(`dispute.${command}`)}
        </Button>
      ))}
      {split && (
        <Button variant="default" onClick={() => setSplitting(true)}>
          {t("dispute.proposeSplit")}
        </Button>
      )}
      <SplitSheet key={heldFen} job={job} heldFen={heldFen} opened={splitting} onClose={() => setSplitting(false)} />
      {appeal && (
        <Button variant="default" onClick={() => setAppealing(true)}>
          {t("dispute.appealDispute")}
        </Button>
      )}
      <ReasonSheet
        opened={appealing}
        onClose={() => setAppealing(false)}
        title={t("dispute.appealTitle")}
        consequence={t("dispute.appealConsequence")}
        label={t("dispute.appealReason")}
        confirm={t("dispute.appealDispute")}
        busy={performing === "appealDispute"}
        onConfirm={(reason) => perform({ type: "appealDispute", reason })}
      />
    </div>
  );
}
