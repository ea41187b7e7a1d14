import type { Dossier, DossierEvent } from "@lingong/contracts";
import { Chip, Panel, Timeline, useFormat, useHappened } from "@lingong/ui";
import { IconAlertTriangle, IconLink } from "@tabler/icons-react";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { EventHash } from "./event-hash.tsx";
import { detailsByVersion, detailText, eventActor, eventCode } from "./event-text.ts";
import classes from "./events-panel.module.css";
import { firstBrokenLink } from "./verify-chain.ts";

export interface EventsPanelProps {
  readonly dossier: Dossier;
  /** The event a journal entry or a link points at. */
  readonly highlighted: number | null;
  /** Without each event's hashes and fields: they stand in the whole record. */
  readonly brief?: boolean;
}

/** The order's history as it is chained: who did what when, each with its hash, and whether the chain is whole. */
export function EventsPanel({ dossier, highlighted, brief }: EventsPanelProps) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const details = useMemo(() => detailsByVersion(dossier.order), [dossier.order]);
  const context = { t, domain, format };
  const happened = useHappened();
  useHighlight(highlighted, dossier.events.length);
  return (
    <Panel title={t("dossier.events")} aside={<ChainVerdict dossier={dossier} />}>
      <Timeline
        label={t("dossier.events")}
        items={dossier.events.map((event, index) => ({
          key: String(event.version),
          title: happened(event),
          code: eventCode(event.version),
          strong: event.from !== event.to,
          tone: event.version === dossier.chain.brokenAt ? "warn" : "accent",
          detail: <EventLine event={event} before={dossier.events[index - 1]} told={detailText(details.get(event.version), context)} />,
          children: brief ? undefined : <EventHash event={event} highlighted={event.version === highlighted} />,
        }))}
      />
    </Panel>
  );
}

/** Time (with the date where the day begins), who, and what the step told. */
function EventLine({ event, before, told }: { readonly event: DossierEvent; readonly before: DossierEvent | undefined; readonly told: string }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const at = Date.parse(event.at);
  const sameDay = before !== undefined && format.date(Date.parse(before.at)) === format.date(at);
  const when = sameDay ? format.timeSeconds(at) : format.dateTime(at);
  const actor = eventActor(event, { t, domain, format });
  const moved = event.from !== event.to && event.from !== null ? domain(`orderState.${event.to as "matching"}`, { defaultValue: event.to }) : "";
  return (
    <>
      {[when, actor, told].filter((part) => part !== "").join(t("app.between"))}
      {moved !== "" && <span className={classes.moved}> → {moved}</span>}
    </>
  );
}

/** The server's verdict and this browser's own: both must find every link whole. */
function ChainVerdict({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation("admin");
  const { order, events, chain } = dossier;
  const own = useMemo(() => firstBrokenLink(order.id, events), [order.id, events]);
  const brokenAt = chain.brokenAt ?? own;
  if (brokenAt !== null) {
    return (
      <Chip tone="warn" icon={IconAlertTriangle}>
        {t("dossier.broken", { code: eventCode(brokenAt) })}
      </Chip>
    );
  }
  return (
    <span className={classes.intact} title={t("dossier.intactAbout")}>
      <IconLink size={16} aria-hidden />
      {t("dossier.intact", { count: chain.records })}
    </span>
  );
}

/** Brings the event a link points at into view. */
function useHighlight(version: number | null, count: number): void {
  useEffect(() => {
    if (version === null || version > count) return;
    document.getElementById(`event-${version}`)?.scrollIntoView({ block: "center" });
  }, [version, count]);
}
