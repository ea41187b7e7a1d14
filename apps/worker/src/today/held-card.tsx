import type { TodayView } from "@lingong/contracts";
import { type ErrorCode, errorCodes } from "@lingong/domain";
import { Panel, useFormat } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./today.module.css";

export interface HeldCardProps {
  readonly held: TodayView["held"];
  readonly missed: number;
}

/** What helps against the reason that holds offers back. */
const remedies: Readonly<
  Partial<Record<string, { readonly to: "/guide" | "/schedule" | "/me/settings"; readonly label: "guide" | "schedule" | "settings" }>>
> = {
  excluded_unverified: { to: "/guide", label: "guide" },
  excluded_unqualified: { to: "/me/settings", label: "settings" },
  excluded_certificate: { to: "/guide", label: "guide" },
  excluded_resting: { to: "/schedule", label: "schedule" },
};

function isErrorCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code);
}

/** Why no offers come at the moment, until when, and what helps; nothing when they come. */
export function HeldCard({ held, missed }: HeldCardProps) {
  const { t } = useTranslation("worker");
  const { t: errors } = useTranslation("errors");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  // Simply offline: the switch above says it.
  if (held === null || held.code === "excluded_offline") return null;
  const remedy = remedies[held.code];
  const exclusion = held.code as keyof typeof exclusionTitles;
  const title = exclusion in exclusionTitles ? domain(`exclusion.${exclusion}`) : t("today.heldTitle");
  return (
    <Panel tone="well">
      <div className={classes.held}>
        <IconInfoCircle size={24} aria-hidden />
        <div>
          <h2 className={classes.heldTitle}>{title}</h2>
          <p className={classes.second}>
            {isErrorCode(held.code) ? errors(held.code) : missed > 0 ? t("today.missed", { count: missed }) : t("today.heldOther")}
            {held.until !== null && ` ${t("today.heldUntil", { time: format.dateTime(Date.parse(held.until)) })}`}
          </p>
          {remedy !== undefined && (
            <Button component={Link} to={remedy.to} variant="default" mt={8}>
              {t(`today.remedy.${remedy.label}`)}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}

/** Reasons whose short name can stand as a heading. */
const exclusionTitles = {
  excluded_unverified: 1,
  excluded_certificate: 1,
  excluded_resting: 1,
  excluded_paused: 1,
  excluded_no_position: 1,
} as const;
