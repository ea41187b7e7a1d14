import type { ReceiptView } from "@lingong/contracts";
import { useTranslation } from "react-i18next";
import { isExclusion, passedOver } from "./ways.ts";

export interface Reason {
  readonly title: string;
  /** What it means, and what one can do about it. */
  readonly detail: string;
}

/** Why an offer did not come, in plain words; null: it did, or the reason is one this version does not know. */
export function useReason(): (receipt: Pick<ReceiptView, "reason">) => Reason | null {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  return ({ reason }) => {
    if (reason === null) return null;
    const passed = passedOver.find((known) => known === reason);
    if (passed !== undefined) return { title: t(`receipt.passed.${passed}`), detail: t(`receipt.passedBody.${passed}`) };
    return isExclusion(reason) ? { title: domain(`exclusion.${reason}`), detail: t(`receipt.excluded.${reason}`) } : null;
  };
}
