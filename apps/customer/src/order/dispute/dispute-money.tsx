import type { DisputeView } from "@lingong/contracts";
import { MoneyList } from "@lingong/ui";
import { useTranslation } from "react-i18next";

/** What is held until it is decided, and what was due in all. */
export function DisputeMoney({ dispute }: { readonly dispute: DisputeView }) {
  const { t } = useTranslation("customer");
  return (
    <MoneyList
      lines={[
        { key: "due", label: t("dispute.due"), fen: dispute.dueFen },
        { key: "held", label: t("dispute.held"), detail: t("dispute.heldText"), fen: dispute.heldFen, tone: "strong" },
      ]}
    />
  );
}
