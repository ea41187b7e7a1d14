import type { DisputeView, Dossier } from "@lingong/contracts";
import { citation, Panel, useFindingText, useFormat, useHappened } from "@lingong/ui";
import { Checkbox, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./desk.module.css";
import type { Decision } from "./use-decision.ts";

export interface ReasonsPanelProps {
  readonly dossier: Dossier;
  readonly dispute: DisputeView;
  readonly decision: Decision;
}

/** The record's findings to share or drop, each with the events it rests on; own words; other records to cite. */
export function ReasonsPanel({ dossier, dispute, decision }: ReasonsPanelProps) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  return (
    <Panel title={t("desk.reasons")} aside={t("desk.evidenceEnded", { time: format.dateTime(Date.parse(dispute.evidenceUntil)) })}>
      <Findings decision={decision} />
      <Textarea
        label={t("desk.more")}
        description={t("desk.moreAbout")}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={decision.reason}
        onChange={(event) => decision.setReason(event.currentTarget.value)}
      />
      <OtherRecords dossier={dossier} decision={decision} />
    </Panel>
  );
}

function Findings({ decision }: { readonly decision: Decision }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const textOf = useFindingText();
  const moved = (fen: number) => (fen > 0 ? t("desk.moves", { money: format.money(fen) }) : t("desk.movesBack", { money: format.money(-fen) }));
  return (
    <div className={classes.findings}>
      {decision.findings.map((finding) => (
        <Checkbox
          key={finding.kind}
          checked={decision.shared.includes(finding.kind)}
          onChange={(event) => decision.share(finding, event.currentTarget.checked)}
          label={
            <>
              {textOf(finding)}
              {finding.toCustomerFen !== 0 && <b> {moved(finding.toCustomerFen)}</b>} <code>{finding.cites.map(citation).join(" ")}</code>
            </>
          }
        />
      ))}
    </div>
  );
}

function OtherRecords({ dossier, decision }: Omit<ReasonsPanelProps, "dispute">) {
  const { t } = useTranslation("admin");
  const happened = useHappened();
  return (
    <details className={classes.others}>
      <summary>{t("desk.otherRecords")}</summary>
      <Checkbox.Group value={decision.others.map(String)} onChange={(values) => decision.setOthers(values.map(Number))}>
        <div className={classes.cite}>
          {dossier.events.map((event) => (
            <Checkbox key={event.version} size="sm" value={String(event.version)} label={`${citation(event.version)} ${happened(event)}`} />
          ))}
        </div>
      </Checkbox.Group>
    </details>
  );
}
