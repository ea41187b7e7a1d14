import { SplitProposal, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { useOrder } from "../order-context.tsx";

export interface SplitSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly heldFen: number;
}

/** How the held amount might be divided; the worker may agree at once. */
export function SplitSheet({ opened, onClose, heldFen }: SplitSheetProps) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const { run, running, error } = useOrder();
  return (
    <SplitProposal
      opened={opened}
      onClose={onClose}
      title={t("dispute.proposeSplit")}
      heldFen={heldFen}
      mine={t("dispute.backToMe")}
      theirs={t("dispute.toWorker")}
      consequence={t("dispute.splitConsequence")}
      actionOf={(fen) => t("dispute.propose", { amount: format.money(fen) })}
      busy={running === "proposeSplit"}
      error={error}
      onPropose={({ mineFen, theirsFen }) =>
        void run({ type: "proposeSplit", toWorkerFen: theirsFen, toCustomerFen: mineFen }).then(onClose, () => undefined)
      }
    />
  );
}
