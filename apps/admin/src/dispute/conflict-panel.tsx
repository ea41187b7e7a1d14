import type { Dossier } from "@lingong/contracts";
import { Chip, Panel } from "@lingong/ui";
import { IconAlertTriangle, IconCheck, IconShieldCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./desk.module.css";

/** What was looked for that would speak against the arbitrator in charge. */
export function ConflictPanel({ dossier, children }: { readonly dossier: Dossier; readonly children?: ReactNode }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const { checks = [], arbitrator } = dossier.dispute ?? {};
  if (arbitrator == null) return null;
  const passed = checks.every(({ found }) => !found);
  return (
    <Panel
      title={t("desk.conflicts")}
      aside={
        <Chip tone={passed ? "accent" : "neutral"} icon={passed ? IconShieldCheck : IconAlertTriangle}>
          {t(passed ? "desk.passed" : "desk.look")}
        </Chip>
      }
    >
      <ul className={classes.checks}>
        {checks.map(({ kind, found }) => (
          <li key={kind}>
            {found ? <IconAlertTriangle size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
            {domain(found ? `conflictFound.${kind}` : `conflict.${kind}`)}
          </li>
        ))}
      </ul>
      {children}
    </Panel>
  );
}
