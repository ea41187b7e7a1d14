import { defaultPolicy, MINUTE } from "@lingong/domain";
import { useFormat } from "@lingong/ui";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ReasonSheet } from "./reason-sheet.tsx";
import type { JobSheetProps } from "./trouble-rows.tsx";

const reasons = ["ill", "transport", "overrun", "unclear"] as const;

function useReasons(): readonly string[] {
  const { t } = useTranslation("worker");
  return reasons.map((reason) => t(`leave.reason.${reason}`));
}

/** Giving the order back: what the customer keeps, and what it means for one's own record. */
export function WithdrawSheet({ job, opened, onClose }: JobSheetProps) {
  const { t } = useTranslation("worker");
  const navigate = useNavigate();
  const { faultsPause } = defaultPolicy.cancellation;
  return (
    <ReasonSheet
      opened={opened}
      onClose={onClose}
      title={t("leave.withdrawTitle")}
      label={t("leave.why")}
      suggestions={useReasons()}
      consequence={t("leave.withdrawConsequence", { count: faultsPause.count })}
      confirm={t("leave.withdraw")}
      busy={job.performing === "withdraw"}
      onConfirm={async (reason) => {
        await job.perform({ type: "withdraw", reason });
        await navigate({ to: "/" });
      }}
    />
  );
}

/** Asking the customer to cancel: they may then leave free for a while, nothing is noted. */
export function AskToCancelSheet({ job, opened, onClose }: JobSheetProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  return (
    <ReasonSheet
      opened={opened}
      onClose={onClose}
      title={t("leave.askTitle")}
      label={t("leave.why")}
      suggestions={useReasons()}
      consequence={t("leave.askConsequence", { span: format.span(defaultPolicy.lifecycle.askToCancelLives / MINUTE) })}
      confirm={t("leave.ask")}
      busy={job.performing === "askToCancel"}
      onConfirm={(reason) => job.perform({ type: "askToCancel", reason })}
    />
  );
}
