import { useTRPC } from "@lingong/client/react";
import type { WithdrawalView } from "@lingong/contracts";
import { DAY } from "@lingong/domain";
import { Panel, useFormat, useServerNow } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import classes from "./earnings.module.css";
import { useAccountName } from "./use-account-name.ts";
import { useFailureText } from "./use-failure-text.ts";
import { WithdrawalChip } from "./withdrawal-chip.tsx";

/** Where the last withdrawal stands, for three days: on its way, arrived, or back with the reason. */
export function LatestWithdrawal() {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const trpc = useTRPC();
  const now = useServerNow(60_000);
  const accountName = useAccountName();
  const said = useSaid();
  const { data } = useQuery(trpc.wallet.withdrawals.queryOptions({ limit: 1 }));
  const latest = data?.items[0];
  if (latest === undefined || Date.parse(latest.requestedAt) < now - 3 * DAY) return null;
  const amount = format.money(latest.amountFen);
  return (
    <Panel title={t("withdraw.latestTitle")} aside={<WithdrawalChip state={latest.state} />}>
      <div className={classes.latest} aria-live="polite">
        <b>{latest.account === null ? amount : t("withdraw.latest", { amount, account: accountName(latest.account) })}</b>
        <span className={classes.second}>{format.dateTime(Date.parse(latest.requestedAt))}</span>
        <p>{said(latest)}</p>
      </div>
    </Panel>
  );
}

function useSaid(): (withdrawal: WithdrawalView) => string {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const failure = useFailureText();
  const trpc = useTRPC();
  const { data: wallet } = useQuery(trpc.wallet.summary.queryOptions());
  return ({ state, amountFen, arrivesFen, feeFen, failureReason }) => {
    const values = { amount: format.money(amountFen), arrives: format.money(arrivesFen), fee: format.money(feeFen) };
    if (state === "failed") return t("withdraw.returned", { ...values, reason: failure(failureReason) });
    if (state === "paid") return t("withdraw.arrived", values);
    return state === "requested" && wallet?.hold != null ? t("withdraw.waitingHeld") : t("withdraw.waiting", values);
  };
}
