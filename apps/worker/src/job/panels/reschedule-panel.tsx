import { MINUTE } from "@lingong/domain";
import { Countdown, Panel, useFormat, useServerNow } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { actionOf, type Job } from "../use-job.ts";
import classes from "./panels.module.css";

const answers = ["agreeReschedule", "declineReschedule"] as const;

/** Another start, proposed by either side; answered where it is this side's turn. */
export function ReschedulePanel({ job }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const { reschedule, startsAt } = job.order;
  if (reschedule === null) return null;
  const open = answers.filter((command) => actionOf(job, command) !== null);
  const mine = reschedule.by === "worker";
  return (
    <Panel tone={mine ? "plain" : "live"} title={t(mine ? "reschedule.mine" : "reschedule.theirs")}>
      <p>
        {t("reschedule.fromTo", {
          from: startsAt === null ? "" : format.dayTimeInside(Date.parse(startsAt), now),
          to: format.dayTimeInside(Date.parse(reschedule.startsAt), now),
        })}
      </p>
      <Countdown until={Date.parse(reschedule.expiresAt)}>{t("reschedule.expires")}</Countdown>
      {open.length > 0 && (
        <div className={classes.buttons}>
          {open.map((command) => (
            <Button
              key={command}
              variant={command === "agreeReschedule" ? "filled" : "default"}
              loading={job.performing === command}
              onClick={() => void job.perform({ type: command }).catch(() => undefined)}
            >
              {mine ? t("reschedule.takeBack") : t(`reschedule.${command}`)}
            </Button>
          ))}
        </div>
      )}
    </Panel>
  );
}
