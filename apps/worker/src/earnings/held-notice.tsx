import { useTRPC } from "@lingong/client/react";
import { Panel, useFormat } from "@lingong/ui";
import { IconLock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import classes from "./earnings.module.css";

/** An admin holds the payouts: why, since when, and that nothing is lost. */
export function HeldNotice() {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.wallet.summary.queryOptions());
  if (data?.hold == null) return null;
  return (
    <Panel>
      <div className={classes.held} role="status">
        <IconLock size={24} aria-hidden />
        <div>
          <b>{t("wallet.heldTitle")}</b>
          <p>{t("wallet.heldBody", { reason: data.hold.reason.replace(/[。.]$/u, ""), date: format.dateYear(Date.parse(data.hold.since)) })}</p>
        </div>
      </div>
    </Panel>
  );
}
