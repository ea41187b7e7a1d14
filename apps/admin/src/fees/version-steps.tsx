import { useIntended } from "@lingong/client/react";
import type { FeeVersionView, ScheduleFeesInput, WithdrawFeesInput } from "@lingong/contracts";
import { DAY, defaultPolicy } from "@lingong/domain";
import { BottomSheet } from "@lingong/ui";
import { Button, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Effects, ReasonForm } from "../components/reason-form.tsx";
import classes from "./fees.module.css";
import { firstDayFrom, startOf } from "./local-day.ts";

type Done = { done: true };

/** What finance may still do with a version: give it its day, or take it back. */
export function VersionSteps({ version, earliest }: { readonly version: FeeVersionView; readonly earliest: string }) {
  const { t } = useTranslation("admin");
  const [scheduling, schedule] = useDisclosure(false);
  const [withdrawing, withdraw] = useDisclosure(false);
  const { number, actions } = version;
  return (
    <div className={classes.steps}>
      {actions.includes("schedule") && <Button onClick={schedule.open}>{t("fees.schedule")}</Button>}
      {actions.includes("withdraw") && (
        <Button variant="default" onClick={withdraw.open}>
          {t("fees.withdraw")}
        </Button>
      )}
      <BottomSheet opened={scheduling} onClose={schedule.close} title={t("fees.scheduleNamed", { number })}>
        <ScheduleForm version={version} earliest={earliest} onDone={schedule.close} />
      </BottomSheet>
      <BottomSheet opened={withdrawing} onClose={withdraw.close} title={t("fees.withdrawNamed", { number })}>
        <WithdrawForm version={version} onDone={withdraw.close} />
      </BottomSheet>
    </div>
  );
}

function ScheduleForm({
  version: { id },
  earliest,
  onDone,
}: {
  readonly version: FeeVersionView;
  readonly earliest: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation("admin");
  const first = firstDayFrom(Date.parse(earliest));
  const [day, setDay] = useState(first);
  const change = useIntended<Omit<ScheduleFeesInput, "idempotencyKey">, Done>("policy.scheduleFees", (api, input) =>
    api.policy.scheduleFees.mutate(input),
  );
  const send = (reason: string, forget: () => void) => {
    const done = () => {
      forget();
      onDone();
    };
    change.mutate({ id, effectiveAt: new Date(startOf(day)).toISOString(), reason }, { onSuccess: done });
  };
  return (
    <ReasonForm
      name={`fees.schedule.${id}`}
      about={t("fees.reasonAbout")}
      action={t("fees.schedule")}
      ready={day !== "" && day >= first}
      change={change}
      onSend={send}
    >
      <TextInput
        type="date"
        label={t("fees.effective")}
        description={t("fees.scheduleAbout", { count: defaultPolicy.fees.changes.announcedAhead / DAY })}
        required
        min={first}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <Effects effects={[t("fees.scheduleEffects"), t("fees.withdrawable")]} />
    </ReasonForm>
  );
}

function WithdrawForm({ version: { id }, onDone }: { readonly version: FeeVersionView; readonly onDone: () => void }) {
  const { t } = useTranslation("admin");
  const change = useIntended<Omit<WithdrawFeesInput, "idempotencyKey">, Done>("policy.withdrawFees", (api, input) =>
    api.policy.withdrawFees.mutate(input),
  );
  const send = (reason: string, forget: () => void) => {
    const done = () => {
      forget();
      onDone();
    };
    change.mutate({ id, reason }, { onSuccess: done });
  };
  return (
    <ReasonForm name={`fees.withdraw.${id}`} about={t("fees.reasonAbout")} action={t("fees.withdraw")} danger change={change} onSend={send}>
      <p className={classes.second}>{t("fees.withdrawAbout")}</p>
    </ReasonForm>
  );
}
