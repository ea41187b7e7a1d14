import { useTRPC } from "@lingong/client/react";
import { defaultPolicy, withdrawalFee } from "@lingong/domain";
import { type ActionBarProps, useFormat } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./earnings.module.css";
import { useAccountName } from "./use-account-name.ts";
import { WithdrawSheet } from "./withdraw-sheet.tsx";

export interface WithdrawBar {
  readonly actions: ActionBarProps | undefined;
  readonly sheet: ReactNode;
}

/** The way out of the wallet: what leaves it, what of it is the fee, what arrives and where, all before the tap. */
export function useWithdrawBar(): WithdrawBar {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const accountName = useAccountName();
  const [open, setOpen] = useState(false);
  const { data: wallet } = useQuery(trpc.wallet.summary.queryOptions());
  if (wallet === undefined) return { actions: undefined, sheet: null };
  const { availableFen, payoutAccounts } = wallet;
  const account = payoutAccounts[0];
  if (account === undefined) {
    const bind = () => void navigate({ to: "/earnings/accounts" });
    return {
      sheet: null,
      actions: {
        consequence: t("withdraw.bindFirst", { amount: format.money(availableFen) }),
        primary: { label: t("withdraw.bind"), onClick: bind },
      },
    };
  }
  if (wallet.hold !== null || availableFen < defaultPolicy.fees.withdrawalLeastFen) return { actions: undefined, sheet: null };
  const feeFen = withdrawalFee(availableFen, defaultPolicy);
  const amount = format.money(availableFen);
  return {
    sheet: <WithdrawSheet opened={open} onClose={() => setOpen(false)} wallet={wallet} />,
    actions: {
      consequence: (
        <span className={classes.consequence}>
          <span>{t("withdraw.feeInside", { rate: format.rate(defaultPolicy.fees.withdrawalRate), amount: format.money(feeFen) })}</span>
          <span>{t("withdraw.available", { amount })}</span>
        </span>
      ),
      primary: {
        label: t("withdraw.withdraw", { amount, arrives: format.money(availableFen - feeFen) }),
        detail: t("withdraw.to", { account: accountName(account), amount }),
        onClick: () => setOpen(true),
      },
    },
  };
}
