import type { DossierEvent } from "@lingong/contracts";
import { useTranslation } from "react-i18next";
import classes from "./events-panel.module.css";

export interface EventHashProps {
  readonly event: DossierEvent;
  readonly highlighted: boolean;
}

/** An event's hash in short; opened, the whole link and every field the step set. */
export function EventHash({ event, highlighted }: EventHashProps) {
  const { t } = useTranslation("admin");
  const changes = Object.entries(event.changes);
  return (
    <details id={`event-${event.version}`} className={classes.hash} open={highlighted} data-highlighted={highlighted ? true : undefined}>
      <summary>
        <code>{event.hash.slice(0, 12)}</code>
        {t("dossier.changes", { count: changes.length })}
      </summary>
      <dl>
        <dt>{t("dossier.previousHash")}</dt>
        <dd>{event.previousHash}</dd>
        <dt>{t("dossier.hash")}</dt>
        <dd>{event.hash}</dd>
        {changes.map(([field, value]) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>{JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
