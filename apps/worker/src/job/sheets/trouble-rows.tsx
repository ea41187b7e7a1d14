import { ListRow, ListRows, Panel } from "@lingong/ui";
import { type Icon, IconAlertTriangle, IconCalendarTime, IconDoorExit, IconGavel, IconMessageReply, IconPlus, IconUsers } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { actionOf, type Job } from "../use-job.ts";
import { DisputeSheet } from "./dispute-sheet.tsx";
import { IncidentSheet } from "./incident-sheet.tsx";
import { AskToCancelSheet, WithdrawSheet } from "./leave-sheets.tsx";
import { NoShowSheet } from "./no-show-sheet.tsx";
import { ProposeAddOnSheet } from "./propose-add-on-sheet.tsx";
import { RescheduleSheet } from "./reschedule-sheet.tsx";

export interface JobSheetProps {
  readonly job: Job;
  readonly opened: boolean;
  readonly onClose: () => void;
}

type RowKey = "incident" | "addOn" | "noShow" | "reschedule" | "askToCancel" | "withdraw" | "dispute";

interface Row {
  readonly key: RowKey;
  readonly icon: Icon;
  /** The command behind it: without it the row is not there. Null: it is only a note of one's own. */
  readonly command: string | null;
  /** Shown also when the command is refused for now: the sheet says why, and from when it is open. */
  readonly explains?: boolean;
  readonly Sheet: (props: JobSheetProps) => ReactNode;
}

const rows: readonly Row[] = [
  { key: "incident", icon: IconAlertTriangle, command: null, Sheet: IncidentSheet },
  { key: "addOn", icon: IconPlus, command: "proposeAddOn", Sheet: ProposeAddOnSheet },
  { key: "noShow", icon: IconUsers, command: "reportNoShow", explains: true, Sheet: NoShowSheet },
  { key: "reschedule", icon: IconCalendarTime, command: "proposeReschedule", Sheet: RescheduleSheet },
  { key: "askToCancel", icon: IconMessageReply, command: "askToCancel", Sheet: AskToCancelSheet },
  { key: "withdraw", icon: IconDoorExit, command: "withdraw", Sheet: WithdrawSheet },
  { key: "dispute", icon: IconGavel, command: "openDispute", Sheet: DisputeSheet },
];

/** What may go another way: each row is there because the order allows it now. */
export function TroubleRows({ job }: { readonly job: Job }) {
  const { t } = useTranslation("worker");
  const [open, setOpen] = useState<RowKey | null>(null);
  const refused = (command: string) => job.waiting.length === 0 && job.order.refused.some((one) => one.command === command);
  const shown = rows.filter(({ command, explains }) => {
    if (command === null) return actionOf(job, "proposeAddOn") !== null;
    return actionOf(job, command) !== null || (explains === true && refused(command));
  });
  if (shown.length === 0) return null;
  return (
    <Panel dense>
      <ListRows>
        {shown.map(({ key, icon }) => (
          <ListRow key={key} icon={icon} title={t(`trouble.${key}`)} onClick={() => setOpen(key)} />
        ))}
      </ListRows>
      {shown.map(({ key, Sheet }) => (
        <Sheet key={key} job={job} opened={open === key} onClose={() => setOpen(null)} />
      ))}
    </Panel>
  );
}
