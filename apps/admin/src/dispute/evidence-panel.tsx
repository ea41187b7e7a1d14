import type { DisputeView, Dossier, PhotoView } from "@lingong/contracts";
import { EvidenceList, MissingEvidence, Panel, PhotoTile, StateView, useFormat } from "@lingong/ui";
import { SegmentedControl } from "@mantine/core";
import { IconEyeOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ComparedPhoto, comparedPhotos } from "./compared-photos.ts";
import classes from "./desk.module.css";
import { MessagesTab } from "./messages-tab.tsx";
import { TimeTable } from "./time-table.tsx";

type Tab = "photos" | "words" | "messages" | "time";

interface EvidencePanelProps {
  readonly dossier: Dossier;
  readonly dispute: DisputeView;
}

/** The evidence of both sides beside each other: pictures, statements, messages, times. */
export function EvidencePanel({ dossier, dispute }: EvidencePanelProps) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const [tab, setTab] = useState<Tab>("photos");
  const count = dispute.evidence?.length ?? 0;
  const tabs: readonly { value: Tab; label: string }[] = [
    { value: "photos", label: t("desk.tab.photos") },
    { value: "words", label: t("desk.tab.words", { count }) },
    { value: "messages", label: t("desk.tab.messages") },
    { value: "time", label: t("desk.tab.time") },
  ];
  return (
    <Panel
      title={t("desk.evidence")}
      aside={<SegmentedControl aria-label={t("desk.evidence")} data={[...tabs]} value={tab} onChange={(value) => setTab(value as Tab)} />}
    >
      {tab === "photos" && <Photos dossier={dossier} dispute={dispute} />}
      {tab === "words" &&
        (dispute.evidence === null ? (
          <Hidden />
        ) : (
          <EvidenceList
            evidence={dispute.evidence}
            nameOf={(side) => domain(side === "customer" ? "role.customer" : "role.worker")}
            empty={t("desk.noWords")}
            columns={4}
          />
        ))}
      {tab === "messages" && <MessagesTab orderId={dossier.order.id} />}
      {tab === "time" && <TimeTable order={dossier.order} />}
    </Panel>
  );
}

function Photos({ dossier, dispute }: EvidencePanelProps) {
  const { t } = useTranslation("admin");
  const { worker, customer } = comparedPhotos(dossier);
  const submitted = dispute.evidence?.filter(({ by }) => by === "customer").length ?? 0;
  return (
    <div className={classes.compare}>
      <Side title={t("desk.side.worker")} note={t("desk.onSite", { count: worker.length })} photos={worker}>
        {dossier.order.photos.every(({ purpose }) => purpose !== "after") && <MissingEvidence name={t("desk.noFinish")} />}
        <MissingItems dossier={dossier} />
      </Side>
      <Side title={t("desk.side.customer")} note={t("desk.broughtForward", { count: submitted })} photos={customer}>
        {dispute.evidence === null ? <Hidden /> : customer.length === 0 && <MissingEvidence name={t("desk.noCustomerPhoto")} />}
      </Side>
    </div>
  );
}

/** Items that the walk-through shows and the finish does not. */
function MissingItems({ dossier }: { readonly dossier: Dossier }) {
  const { t, i18n } = useTranslation("admin");
  const items = dossier.dispute?.items ?? [];
  if (items.every(({ afterPhotoIds }) => afterPhotoIds.length === 0)) return null;
  return items
    .filter(({ afterPhotoIds }) => afterPhotoIds.length === 0)
    .map(({ key, label, beforePhotoIds }) => (
      <MissingEvidence key={key} name={i18n.language.startsWith("zh") ? label.zh : label.en}>
        {beforePhotoIds.length > 0 ? t("desk.walkThrough") : undefined}
      </MissingEvidence>
    ));
}

interface SideProps {
  readonly title: string;
  readonly note: string;
  readonly photos: readonly ComparedPhoto[];
  readonly children: React.ReactNode;
}

function Side({ title, note, photos, children }: SideProps) {
  return (
    <section className={classes.side} aria-label={title}>
      <div className={classes.sideHead}>
        <b>{title}</b>
        <span>{note}</span>
      </div>
      {photos.map((compared) => (
        <Compared key={compared.photo.id} {...compared} />
      ))}
      {children}
    </section>
  );
}

function Compared({ photo, code }: ComparedPhoto) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const name = photo.label === "" ? t(`dossier.photo.${photo.purpose}`) : photo.label;
  return (
    <PhotoTile
      photo={{
        key: photo.id,
        url: (photo as PhotoView).thumbnailUrl ?? photo.url ?? "",
        name: code === null ? name : `${name} · ${code}`,
        stamp: photo.takenAt === null ? undefined : format.dateTime(Date.parse(photo.takenAt)),
      }}
      onOpen={() => window.open(photo.url ?? "", "_blank", "noopener")}
    />
  );
}

function Hidden() {
  const { t } = useTranslation("admin");
  return <StateView icon={IconEyeOff} title={t("desk.hidden")} />;
}
