import { SplitProposal } from "@lingong/ui";
import { useState } from "react";
import type { Job } from "../use-job.ts";

export interface SplitSheetProps {
  readonly job: Job;
  readonly heldFen: number;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** How the held amount might be divided; the customer may agree at once. */
export function SplitSheet({ job: { perform, performing }, ...sheet }: SplitSheetProps) {
  const [error, setError] = useState<unknown>(null);
  return (
    <SplitProposal
      {...sheet}
      side="worker"
      busy={performing === "proposeSplit"}
      error={error}
      onPropose={(split) => void perform({ type: "proposeSplit", ...split }).then(sheet.onClose, setError)}
    />
  );
}
