import { BottomSheet, ErrorAlert, knownErrorOf, ListRow, ListRows } from "@lingong/ui";
import { ActionIcon, Button } from "@mantine/core";
import { IconAlertCircle, IconDoorExit, IconHeartbeat, IconPhone } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { actionOf, type Job } from "../use-job.ts";
import classes from "./sheets.module.css";

const exits = [
  { reason: "safety", icon: IconDoorExit },
  { reason: "illness", icon: IconHeartbeat },
] as const;

/** Help in a job: the police, and leaving at once, paid for what was worked. */
export function HelpButton({ job }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActionIcon color="red" aria-label={t("help.title")} onClick={() => setOpen(true)}>
        <IconAlertCircle size={26} aria-hidden />
      </ActionIcon>
      <BottomSheet opened={open} onClose={() => setOpen(false)} title={t("help.title")}>
        <Help job={job} onClose={() => setOpen(false)} />
      </BottomSheet>
    </>
  );
}

function Help({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const { t } = useTranslation("worker");
  const [error, setError] = useState<unknown>(null);
  const leave = async (reason: "safety" | "illness") => {
    try {
      await job.perform({ type: "finish", reason, doneAddOnIds: [] });
      onClose();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <div className={classes.form}>
      <p className={classes.second}>{t("help.lead")}</p>
      <Button component="a" href="tel:110" color="red" variant="outline" size="lg" leftSection={<IconPhone size={22} aria-hidden />}>
        {t("help.police")}
      </Button>
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      {actionOf(job, "finish") !== null && (
        <>
          <ListRows>
            {exits.map(({ reason, icon }) => (
              <ListRow key={reason} icon={icon} title={t(`help.${reason}`)} onClick={() => void leave(reason)} />
            ))}
          </ListRows>
          <p className={classes.consequence}>{t("help.consequence")}</p>
        </>
      )}
    </div>
  );
}
