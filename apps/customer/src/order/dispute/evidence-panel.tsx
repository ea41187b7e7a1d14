import { Countdown, EvidenceList, Panel, useFormat } from "@lingong/ui";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { EvidenceTiles } from "./evidence-tiles.tsx";
import { useEvidenceFiles } from "./use-evidence-files.ts";

/** What both sides brought forward, and, while it is open, a place to add to it. */
export function EvidencePanel() {
  const { t } = useTranslation("customer");
  const { order, actionOf } = useOrder();
  const { dispute } = order;
  if (dispute === null) return null;
  const open = actionOf("addEvidence") !== undefined;
  return (
    <Panel
      title={t("dispute.evidence")}
      aside={open ? <Countdown until={Date.parse(dispute.evidenceUntil)} size={13} /> : t("dispute.evidenceClosed")}
    >
      <div className={classes.stack}>
        <EvidenceList
          evidence={dispute.evidence ?? []}
          nameOf={(side) => (side === "customer" ? t("dispute.you") : (order.counterpart?.name ?? t("worker")))}
          empty={t("dispute.noEvidence")}
        />
        {open && <AddEvidence />}
      </div>
    </Panel>
  );
}

function AddEvidence() {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const { order, run, running } = useOrder();
  const files = useEvidenceFiles();
  const [text, setText] = useState("");
  const fileIds = files.waiting.map(({ id }) => id);
  const request = order.dispute?.evidenceRequest ?? null;
  const submit = () =>
    void run({ type: "addEvidence", text: text.trim(), fileIds }).then(
      () => setText(""),
      () => undefined,
    );
  return (
    <>
      {request !== null && (
        <p className={classes.quiet}>{t("dispute.asked", { note: request.note, time: format.dateTime(Date.parse(request.at)) })}</p>
      )}
      <Textarea
        label={t("dispute.statement")}
        placeholder={t("dispute.statementHint")}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <EvidenceTiles files={files} />
      <p className={classes.quiet}>{t("dispute.evidenceForEver")}</p>
      <Button
        size="lg"
        variant="light"
        loading={running === "addEvidence"}
        disabled={(text.trim() === "" && fileIds.length === 0) || files.uploads.pending.length > 0}
        onClick={submit}
      >
        {t("dispute.submitEvidence")}
      </Button>
    </>
  );
}
