import type { Dossier } from "@lingong/contracts";
import { Panel, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { JournalEntry } from "../money/journal-entry.tsx";
import classes from "./dossier.module.css";

/** Every entry of this order, first to last: each leads to the event it was posted with. */
export function JournalPanel({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  return (
    <Panel title={t("dossier.journal")} aside={t("dossier.escrow", { money: format.money(dossier.escrowFen) })}>
      {dossier.journal.length === 0 ? (
        <p className={classes.none}>{t("dossier.noJournal")}</p>
      ) : (
        <div className={classes.entries}>
          {dossier.journal.map((entry) => (
            <JournalEntry key={entry.id} entry={entry} />
          ))}
        </div>
      )}
    </Panel>
  );
}
