import { SplitProposal, useFormat } from "@lingong/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "../use-job.ts";

export interface SplitSheetProps {
  readonly job: Job;
  readonly heldFen: number;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** How the held amount might be divided; the customer may agree at once. */
export function SplitSheet({ job, heldFen, opened, onClose }: SplitSheetProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { perform, performing } = job;
  const [error, setError] = useState<unknown>(null);
  return (
    <SplitProposal
      opened={opened}
      onClose={onClose}
      title={t("dispute.proposeSplit")}
      heldFen={heldFen}
      mine={t("dispute.mine")}
      theirs={t("dispute.theirs")}
      consequence={t("dispute.splitConsequence")}
      actionOf={(fen) => t("dispute.propose", { amount: format.money(fen) })}
      busy={performing === "proposeSplit"}
      error={error}
      onPropose={({ mineFen, theirsFen }) =>
        void perform({ type: "proposeSplit", toWorkerFen: mineFen, toCustomerFen: theirsFen }).then(onClose, setError)
      }
    />
  );
}
