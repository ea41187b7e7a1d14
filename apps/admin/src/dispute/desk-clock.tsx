import type { Dossier } from "@lingong/contracts";
import { Countdown, deadlineText, useFormat } from "@lingong/ui";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { deadlineName } from "../dossier/deadline-name.ts";
import classes from "./desk.module.css";

type Order = Dossier["order"];

/** The arbitrators' own clock is said as what they have to do by then; the others as what happens. */
function clockText(what: string, time: string, t: TFunction<"admin">): string {
  return what === "escalateDispute" ? t("desk.decideBy", { time }) : deadlineName(what, t);
}

/** The clock that runs, and when it ends. */
export function DeskClock({ order: { deadline } }: { readonly order: Order }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  if (deadline === null) return null;
  const at = Date.parse(deadline.at);
  return (
    <Countdown until={at} size={14}>
      {clockText(deadline.what, deadlineText(format, at), t)}
    </Countdown>
  );
}

/** By when at the outside; and a year whose calendar is not published is said. */
export function ClockNotes({ dispute }: { readonly dispute: NonNullable<Order["dispute"]> }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { latestAt, unpublishedYears } = dispute;
  const notes = [
    latestAt === null ? "" : t("desk.outside", { time: deadlineText(format, Date.parse(latestAt)) }),
    unpublishedYears.length > 0 ? t("desk.unpublished", { years: unpublishedYears.join(" ") }) : "",
  ].filter((note) => note !== "");
  return notes.length === 0 ? null : <p className={classes.note}>{notes.join(t("app.between"))}</p>;
}
