import { useTRPC } from "@lingong/client/react";
import { Panel, Price } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./earnings.module.css";

/** The wallet: what may leave it, what comes when customers confirm, what is on its way. */
export function WalletCard() {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.wallet.summary.queryOptions());
  if (data === undefined) return null;
  return (
    <Panel>
      <div className={classes.wallet}>
        <Price fen={data.availableFen} size={20} label={t("wallet.available")} />
        <Price fen={data.pendingFen} size={20} label={t("wallet.pending")} />
        {data.inFlightFen > 0 && <Price fen={data.inFlightFen} size={20} label={t("wallet.inFlight")} />}
      </div>
      <Link to="/earnings/accounts" className={classes.more}>
        {t("wallet.accounts")}
      </Link>
    </Panel>
  );
}
