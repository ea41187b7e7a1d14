import type { PayoutAccountView } from "@lingong/contracts";
import { eWalletOf } from "@lingong/domain";
import { useTranslation } from "react-i18next";

type Named = Pick<PayoutAccountView, "kind" | "institution" | "numberMasked">;

/** A payout account as people call it: `工商银行 6021`, `支付宝 138****5678`. */
export function useAccountName(): (account: Named) => string {
  const { t } = useTranslation("worker");
  return ({ kind, institution, numberMasked }) => {
    if (kind === "bank_card") return `${institution} ${numberMasked.slice(-4)}`;
    const eWallet = eWalletOf(institution);
    return `${eWallet === null ? institution : t(`accounts.eWallet.${eWallet}`)} ${numberMasked}`;
  };
}
