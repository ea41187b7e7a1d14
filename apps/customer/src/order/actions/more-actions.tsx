import { ListRow, ListRows, Panel } from "@lingong/ui";
import { IconCalendarTime, IconClockOff, IconClockPlay, IconMessageReport, IconPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOrder } from "../order-context.tsx";
import { AddOnSheet } from "./add-on-sheet.tsx";
import { RescheduleSheet } from "./reschedule-sheet.tsx";
import { SimpleConfirm } from "./simple-confirm.tsx";

type Opened = "proposeAddOn" | "proposeReschedule" | "reportNoShow" | "allowEarlyStart" | null;

/** What else may be done now, each with what it brings about. Only what the order offers is here. */
export function MoreActions() {
  const { t } = useTranslation("customer");
  const { order, actionOf } = useOrder();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const rows = [
    { command: "proposeAddOn", icon: IconPlus },
    { command: "proposeReschedule", icon: IconCalendarTime },
    { command: "allowEarlyStart", icon: IconClockPlay },
    { command: "reportNoShow", icon: IconClockOff },
  ] as const;
  const offered = rows.filter(({ command }) => actionOf(command) !== undefined);
  const dispute = actionOf("openDispute") !== undefined;
  if (offered.length === 0 && !dispute) return null;
  return (
    <Panel title={t("more.title")} dense>
      <ListRows>
        {offered.map(({ command, icon }) => (
          <ListRow key={command} icon={icon} title={t(`more.${command}`)} detail={t(`more.${command}Text`)} onClick={() => setOpened(command)} />
        ))}
        {dispute && (
          <ListRow
            icon={IconMessageReport}
            title={t("more.openDispute")}
            detail={t("more.openDisputeText")}
            onClick={() => void navigate({ to: "/orders/$orderId/dispute", params: { orderId: order.id } })}
          />
        )}
      </ListRows>
      <AddOnSheet opened={opened === "proposeAddOn"} onClose={close} />
      <RescheduleSheet opened={opened === "proposeReschedule"} onClose={close} />
      <SimpleConfirm kind="reportNoShow" opened={opened === "reportNoShow"} onClose={close} command={{ type: "reportNoShow", position: null }} />
      <SimpleConfirm kind="allowEarlyStart" opened={opened === "allowEarlyStart"} onClose={close} command={{ type: "allowEarlyStart" }} />
    </Panel>
  );
}
