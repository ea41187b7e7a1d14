import { ConfirmSheet, ErrorAlert, knownErrorOf, MoneyList, useFormat } from "@lingong/ui";
import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { CancelLadder } from "../parts/cancel-ladder.tsx";

export interface CancelSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Cancelling, with the exact amounts it moves: what comes back, what the fee is, what of it the worker gets; and how the fee grows towards the start. */
export function CancelSheet({ opened, onClose }: CancelSheetProps) {
  const { t } = useTranslation("customer");
  const { order, actionOf, run, running, error } = useOrder();
  const format = useFormat();
  const [reason, setReason] = useState("");
  const action = actionOf("cancel");
  if (action === undefined) return null;
  const feeFen = order.cancellation?.nowFeeFen ?? 0;
  const { refundFen, workerReceivesFen, commissionFen } = action.consequence;
  const lines = [
    { key: "refund", label: t("cancel.refund"), fen: refundFen, tone: "strong" as const },
    ...(feeFen > 0
      ? [
          {
            key: "fee",
            label: t("cancel.fee"),
            detail:
              commissionFen === 0
                ? t("cancel.feeAll")
                : t("cancel.feeSplit", { worker: format.money(workerReceivesFen), platform: format.money(commissionFen) }),
            fen: feeFen,
            tone: "warn" as const,
          },
        ]
      : []),
  ];
  const cancel = () => void run({ type: "cancel", reason: reason.trim() || t("cancel.noReason") }).then(onClose, () => undefined);
  return (
    <ConfirmSheet
      opened={opened}
      onClose={onClose}
      title={t("cancel.title")}
      confirm={{
        label: feeFen > 0 ? t("cancel.confirmFee", { fee: format.money(feeFen) }) : t("cancel.confirmFree"),
        detail: refundFen > 0 ? t("cancel.backAtOnce", { refund: format.money(refundFen) }) : undefined,
        loading: running === "cancel",
        onClick: cancel,
      }}
    >
      <div className={classes.stack}>
        <p className={classes.quiet}>{feeFen > 0 ? t("cancel.bodyFee") : t("cancel.bodyFree")}</p>
        <CancelLadder order={order} />
        <MoneyList lines={lines} />
        <Textarea
          label={t("cancel.reason")}
          placeholder={t("cancel.reasonPlaceholder")}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      </div>
    </ConfirmSheet>
  );
}
