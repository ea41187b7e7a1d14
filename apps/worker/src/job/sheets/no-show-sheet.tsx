import { defaultPolicy, type ErrorCode, errorCodes, MINUTE } from "@lingong/domain";
import { ActionBar, BottomSheet, CountdownRing, ErrorAlert, knownErrorOf, useFormat } from "@lingong/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { currentPosition } from "../../position/current-position.ts";
import { usePositionReporting } from "../../position/position-reports.tsx";
import { actionOf, type Job } from "../use-job.ts";
import classes from "./sheets.module.css";
import type { JobSheetProps } from "./trouble-rows.tsx";

const { noShowWait, noShowWithinMetres } = defaultPolicy.lifecycle;

/** Nobody opens: what to try first, the clock that a report starts, and what is paid at its end. */
export function NoShowSheet({ job, opened, onClose }: JobSheetProps) {
  const { t } = useTranslation("worker");
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("noShow.title")}>
      <NoShow job={job} />
    </BottomSheet>
  );
}

function NoShow({ job }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { here } = usePositionReporting();
  const [locating, setLocating] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { order, perform, performing } = job;
  const action = actionOf(job, "reportNoShow");
  const reported = order.deadline?.what === "customerNoShow" ? Date.parse(order.deadline.at) : null;
  const amount = format.money(order.cancellation?.nowWorkerFen ?? 0);
  const span = format.span(noShowWait / MINUTE);
  const report = async () => {
    setLocating(true);
    const position = here ?? (await currentPosition());
    setLocating(false);
    await perform({ type: "reportNoShow", position }).catch(setError);
  };
  return (
    <div className={classes.form}>
      {reported !== null && (
        <div className={classes.ringRow}>
          <CountdownRing until={reported} total={noShowWait} size={72} label={t("arrived.ring.no_show")} />
          <p>{t("arrived.reported", { time: format.time(reported), amount })}</p>
        </div>
      )}
      <ul className={classes.list}>
        <li>{t("noShow.first")}</li>
        <li>{t("noShow.near", { distance: format.distance(noShowWithinMetres) })}</li>
        <li>{t("noShow.wait", { span })}</li>
        <li>{t("noShow.paid", { amount })}</li>
      </ul>
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      {action === null ? (
        <RefusedBecause job={job} command="reportNoShow" />
      ) : (
        <ActionBar
          placement="inline"
          consequence={t("noShow.consequence", { span, amount })}
          primary={{ label: t("noShow.report"), loading: locating || performing === "reportNoShow", onClick: () => void report() }}
        />
      )}
    </div>
  );
}

/** Why something cannot be done now, in the words of the error catalogue. */
function RefusedBecause({ job, command }: { readonly job: Job; readonly command: string }) {
  const { t: errors } = useTranslation("errors");
  const code = job.order.refused.find((one) => one.command === command)?.code;
  const known = (errorCodes as readonly string[]).includes(code ?? "") ? (code as ErrorCode) : null;
  return known === null ? null : <p className={classes.consequence}>{errors(known)}</p>;
}
