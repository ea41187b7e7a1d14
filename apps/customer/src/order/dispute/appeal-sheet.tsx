import { ConfirmSheet, ErrorAlert, knownErrorOf } from "@lingong/ui";
import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOrder } from "../order-context.tsx";

export interface AppealSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Once, to another arbitrator, with reasons; their decision is final. */
export function AppealSheet({ opened, onClose }: AppealSheetProps) {
  const { t } = useTranslation("customer");
  const { run, running, error } = useOrder();
  const [reason, setReason] = useState("");
  return (
    <ConfirmSheet
      opened={opened}
      onClose={onClose}
      title={t("dispute.appeal")}
      confirm={{
        label: t("dispute.appealConfirm"),
        disabled: reason.trim() === "",
        loading: running === "appealDispute",
        onClick: () => void run({ type: "appealDispute", reason: reason.trim() }).then(onClose, () => undefined),
      }}
    >
      <p>{t("dispute.appealBody")}</p>
      <Textarea
        label={t("dispute.appealReason")}
        autosize
        minRows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
    </ConfirmSheet>
  );
}
