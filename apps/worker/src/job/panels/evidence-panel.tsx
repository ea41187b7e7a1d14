import { AddPhotoTile, Countdown, DocumentTile, ErrorAlert, EvidenceList, knownErrorOf, Panel, PhotoGrid, PhotoTile, useFormat } from "@lingong/ui";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useJobPhotos } from "../../photos/use-job-photos.ts";
import { actionOf, type Job } from "../use-job.ts";
import classes from "./panels.module.css";

/** What both sides brought forward in a dispute, and, while it is open, a place to add to it. */
export function EvidencePanel({ job }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const { order } = job;
  const { dispute } = order;
  if (dispute === null) return null;
  const open = actionOf(job, "addEvidence") !== null;
  return (
    <Panel
      title={t("dispute.evidence")}
      aside={open ? <Countdown until={Date.parse(dispute.evidenceUntil)} size={13} /> : t("dispute.evidenceClosed")}
    >
      <EvidenceList
        evidence={dispute.evidence ?? []}
        nameOf={(side) => (side === "worker" ? t("dispute.you") : (order.counterpart?.name ?? t("dispute.customer")))}
        empty={t("dispute.noEvidence")}
      />
      {open && <AddEvidence job={job} />}
    </Panel>
  );
}

function AddEvidence({ job }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { order, perform, performing } = job;
  const [text, setText] = useState("");
  const [error, setError] = useState<unknown>(null);
  const photos = useJobPhotos(order, "evidence");
  const submitted = new Set((order.dispute?.evidence ?? []).flatMap(({ files }) => files.map(({ id }) => id)));
  const own = photos.photos.filter(({ key }) => !submitted.has(key));
  const documents = new Set(order.photos.filter(({ type }) => type === "application/pdf").map(({ id }) => id));
  const fileIds = own.filter(({ kept }) => !kept).map(({ key }) => key);
  const request = order.dispute?.evidenceRequest ?? null;
  const submit = () =>
    void perform({ type: "addEvidence", text: text.trim(), fileIds }).then(() => {
      setText("");
      setError(null);
    }, setError);
  const take = (files: readonly File[]) => void Promise.all(files.map((file) => photos.take(file, "")));
  return (
    <div className={classes.evidence}>
      {request !== null && (
        <p className={classes.well}>{t("dispute.asked", { note: request.note, time: format.dateTime(Date.parse(request.at)) })}</p>
      )}
      <Textarea
        label={t("dispute.statement")}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <PhotoGrid columns={4}>
        {own.map((photo) =>
          documents.has(photo.key) ? (
            <DocumentTile key={photo.key}>{t("dispute.document")}</DocumentTile>
          ) : (
            <PhotoTile
              key={photo.key}
              ratio="1 / 1"
              photo={photo}
              onRetry={photo.kept ? () => photos.retry(photo.key) : undefined}
              onRemove={photo.kept ? () => photos.discard(photo.key) : undefined}
            />
          ),
        )}
        <AddPhotoTile ratio="1 / 1" documents multiple name={t("dispute.attach")} onFiles={take} />
        <AddPhotoTile ratio="1 / 1" multiple onFiles={take} />
      </PhotoGrid>
      <p className={classes.second}>{t("dispute.evidenceForEver")}</p>
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      <Button
        size="lg"
        variant="light"
        loading={performing === "addEvidence"}
        disabled={(text.trim() === "" && fileIds.length === 0) || own.some(({ kept }) => kept)}
        onClick={submit}
      >
        {t("dispute.submitEvidence")}
      </Button>
    </div>
  );
}
