import { useTranslation } from "react-i18next";

/** Reasons of the payment provider that have a sentence. */
const known = ["account_closed", "account_invalid", "account_missing", "account_erased", "bank_unavailable", "bank_refused"] as const;

/** Why a payout failed, in words. */
export function useFailureText(): (failure: string | null) => string {
  const { t } = useTranslation("worker");
  return (failure) => {
    const reason = known.find((one) => one === failure);
    if (reason !== undefined) return t(`withdraw.failure.${reason}`);
    // A provider's own words, where it sends words and not a code.
    return failure !== null && /\p{Script=Han}/u.test(failure) ? failure : t("withdraw.failure.other");
  };
}
