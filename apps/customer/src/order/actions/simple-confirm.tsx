import type { OrderCommand } from "@lingong/contracts";
import { ConfirmSheet, ErrorAlert, knownErrorOf } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { useOrder } from "../order-context.tsx";

export interface SimpleConfirmProps {
  readonly kind: "reportNoShow" | "allowEarlyStart";
  readonly command: OrderCommand;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A command that needs no more than a yes, with what it brings about. */
export function SimpleConfirm({ kind, command, opened, onClose }: SimpleConfirmProps) {
  const { t } = useTranslation("customer");
  const { run, running, error } = useOrder();
  return (
    <ConfirmSheet
      opened={opened}
      onClose={onClose}
      title={t(`more.${kind}`)}
      confirm={{
        label: t(`more.${kind}Confirm`),
        loading: running === command.type,
        onClick: () => void run(command).then(onClose, () => undefined),
      }}
    >
      <p>{t(`more.${kind}Body`)}</p>
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
    </ConfirmSheet>
  );
}
