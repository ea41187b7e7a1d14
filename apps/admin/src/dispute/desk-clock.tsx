import type { DisputeView } from "@lingong/contracts";
import { Countdown, deadlineText, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { deadlineName } from "../dossier/deadline-name.ts";
import classes from "./desk.module.css";

/** The clock that runs, and when it ends. */
export function DeskClock({ dispute }: { readonly dispute: DisputeView }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { state } = dispute;
  if (state === "executed" || state === "agreed") return null;
  const at = Date.parse(dispute.dueAt);
  const time = deadlineText(format, at);
  const working = state === "deciding" || state === "appealed";
  const what = working ? t("desk.decideBy", { time }) : deadlineName(state === "evidence" ? "closeEvidence" : "decisionStands", t);
  return (
    <Countdown until={at} size={14}>
      {what}
    </Countdown>
  );
}

/** By when at the outside; and a year whose calendar is not published is said. */
export function ClockNotes({ dispute }: { readonly dispute: DisputeView }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { state, latestAt, unpublishedYears } = dispute;
  if (state !== "deciding" && state !== "appealed") return null;
  const notes = [
    latestAt === null ? "" : t("desk.outside", { time: deadlineText(format, Date.parse(latestAt)) }),
    unpublishedYears.length > 0 ? t("desk.unpublished", { years: unpublishedYears.join(" ") }) : "",
  ].filter((note) => note !== "");
  return notes.length === 0 ? null : <p className={classes.note}>{notes.join(t("app.between"))}</p>;
}
