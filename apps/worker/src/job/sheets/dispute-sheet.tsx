import { ActionBar, BottomSheet, ErrorAlert, knownErrorOf, useFormat } from "@lingong/ui";
import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fenOf, typedOf } from "../../earnings/amount.ts";
import type { Job } from "../use-job.ts";
import classes from "./sheets.module.css";
import type { JobSheetProps } from "./trouble-rows.tsx";

/** Claiming what one is owed: the whole escrow is held until it is decided by somebody who was never involved. */
export function DisputeSheet({ job, opened, onClose }: JobSheetProps) {
  const { t } = useTranslation("worker");
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("dispute.openTitle")}>
      <OpenDispute job={job} onClose={onClose} />
    </BottomSheet>
  );
}

function OpenDispute({ job, onClose }: { readonly job: Job; readonly onClose: () => void }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { order, perform, performing } = job;
  const [amount, setAmount] = useState(() => typedOf(order.money.heldFen));
  const [reason, setReason] = useState("");
  const [error, setError] = useState<unknown>(null);
  const fen = fenOf(amount);
  const tooMuch = fen !== null && fen > order.money.heldFen;
  const send = async () => {
    if (fen === null) return;
    try {
      await perform({ type: "openDispute", amountFen: fen, reason: reason.trim() });
      onClose();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <div className={classes.form}>
      <TextInput
        label={t("dispute.amount")}
        description={t("dispute.amountMost", { amount: format.money(order.money.heldFen) })}
        leftSection="¥"
        inputMode="decimal"
        value={amount}
        error={tooMuch ? t("dispute.amountMost", { amount: format.money(order.money.heldFen) }) : null}
        onChange={(event) => setAmount(event.currentTarget.value.replace(/[^\d.]/g, ""))}
      />
      <Textarea
        label={t("dispute.reason")}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={3}
      />
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      <ActionBar
        placement="inline"
        consequence={t("dispute.openConsequence")}
        primary={{
          label: t("dispute.open", { amount: format.money(fen ?? 0) }),
          disabled: fen === null || fen === 0 || tooMuch || reason.trim() === "",
          loading: performing === "openDispute",
          onClick: () => void send(),
        }}
      />
    </div>
  );
}
