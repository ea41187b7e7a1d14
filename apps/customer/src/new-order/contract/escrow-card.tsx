import type { Fen } from "@lingong/domain";
import { useFormat } from "@lingong/ui";
import { IconCircleCheck, IconLock, IconWallet } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { StepsPanel } from "./steps-panel.tsx";

/** Where the money is, in three steps: prepaid, frozen, settled. */
export function EscrowCard({ prepaidFen }: { readonly prepaidFen: Fen }) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  return (
    <StepsPanel
      title={t("escrow.title")}
      aside={t("escrow.aside")}
      steps={[
        { icon: IconWallet, when: t("escrow.today"), what: t("escrow.prepay", { amount: format.money(prepaidFen) }) },
        { icon: IconLock, when: t("escrow.during"), what: t("escrow.frozen") },
        { icon: IconCircleCheck, when: t("escrow.after"), what: t("escrow.settled") },
      ]}
    />
  );
}
