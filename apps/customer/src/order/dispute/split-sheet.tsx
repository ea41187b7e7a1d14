import { SplitProposal } from "@lingong/ui";
import { useOrder } from "../order-context.tsx";

export interface SplitSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly heldFen: number;
}

/** How the held amount might be divided; the worker may agree at once. */
export function SplitSheet(sheet: SplitSheetProps) {
  const { run, running, error } = useOrder();
  return (
    <SplitProposal
      {...sheet}
      side="customer"
      busy={running === "proposeSplit"}
      error={error}
      onPropose={(split) => void run({ type: "proposeSplit", ...split }).then(sheet.onClose, () => undefined)}
    />
  );
}
