import type { TodayView } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { Panel, useFormat, useServerNow } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconCurrentLocationOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PickPositionSheet } from "../position/pick-position-sheet.tsx";
import { type PositionAccess, usePositionReporting } from "../position/position-reports.tsx";
import classes from "./today.module.css";

const missing: Readonly<Record<PositionAccess, boolean>> = { unknown: false, granted: false, denied: true, unavailable: true };

/** The device does not tell where it is: what counts instead, and a way to say it by hand. */
export function PositionCard({ today }: { readonly today: TodayView }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const { access } = usePositionReporting();
  const [open, setOpen] = useState(false);
  if (!today.online || !missing[access]) return null;
  return (
    <Panel tone="well">
      <div className={classes.held}>
        <IconCurrentLocationOff size={24} aria-hidden />
        <div>
          <h2 className={classes.heldTitle}>{t(`position.${access === "denied" ? "denied" : "unavailable"}`)}</h2>
          <p className={classes.second}>
            {today.positionAt === null ? t("position.none") : t("position.from", { ago: format.ago(Date.parse(today.positionAt), now) })}
          </p>
          <Button variant="default" mt={8} onClick={() => setOpen(true)}>
            {t("position.pick")}
          </Button>
        </div>
      </div>
      <PickPositionSheet opened={open} onClose={() => setOpen(false)} />
    </Panel>
  );
}
