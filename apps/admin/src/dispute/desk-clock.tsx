import type { DisputeView } from "@lingong/contracts";
import { Countdown, deadlineText, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { deadlineName } from "../dossier/deadline-name.ts";

/** The clock that runs, when it ends and by when at the outside; a year without a published calendar is said. */
export function DeskClock({ dispute }: { readonly dispute: DisputeView }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { state, latestAt, unpublishedYears } = dispute;
  if (state === "executed" || state === "agreed") return null;
  const at = Date.parse(dispute.dueAt);
  const time = deadlineText(format, at);
  const working = state === "deciding" || state === "appealed";
  const what = working ? t("desk.decideBy", { time }) : deadlineName(state === "evidence" ? "closeEvidence" : "decisionStands", t);
  const notes = [
    what,
    working && latestAt !== null && Date.parse(latestAt) > at ? t("desk.outside", { time: deadlineText(format, Date.parse(latestAt)) }) : "",
    unpublishedYears.length > 0 ? t("desk.unpublished", { years: unpublishedYears.join(" ") }) : "",
  ];
  return (
    <Countdown until={at} size={14}>
      {notes.filter((note) => note !== "").join(t("app.between"))}
    </Countdown>
  );
}
