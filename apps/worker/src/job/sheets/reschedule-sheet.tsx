import { defaultPolicy, HOUR, type Instant, MINUTE } from "@lingong/domain";
import { ActionBar, BottomSheet, ErrorAlert, knownErrorOf, useFormat } from "@lingong/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MomentField } from "../../schedule/moment-field.tsx";
import type { Job } from "../use-job.ts";
import classes from "./sheets.module.css";
import type { JobSheetProps } from "./trouble-rows.tsx";

const { bookingStepMinutes, rescheduleWithin, reschedulesAtMost } = defaultPolicy.lifecycle;

/** What the field can show is what is asked for: it knows quarters. */
function nextQuarter(at: Instant): Instant {
  const quarter = bookingStepMinutes * MINUTE;
  return Math.ceil(at / quarter) * quarter;
}

/** Another start: the customer agrees within two hours, or the old one stands. */
export function RescheduleSheet({ job, opened, onClose }: JobSheetProps) {
  const { t } = useTranslation("worker");
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("reschedule.title")}>
      <Reschedule job={job} onClose={onClose} />
    </BottomSheet>
  );
}

function Reschedule({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { order, perform, performing } = job;
  const [start, setStart] = useState(() => nextQuarter(Date.parse(order.startsAt ?? order.workingStart ?? order.since) + HOUR));
  const [error, setError] = useState<unknown>(null);
  const send = async () => {
    try {
      await perform({ type: "proposeReschedule", startsAt: new Date(start).toISOString() });
      onClose();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <div className={classes.form}>
      <MomentField label={t("reschedule.newStart")} value={start} onChange={setStart} zone={order.zone} />
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      <ActionBar
        placement="inline"
        consequence={t("reschedule.consequence", { span: format.span(rescheduleWithin / MINUTE), count: reschedulesAtMost })}
        primary={{
          label: t("reschedule.propose", { time: format.dateTime(start) }),
          loading: performing === "proposeReschedule",
          onClick: () => void send(),
        }}
      />
    </div>
  );
}
