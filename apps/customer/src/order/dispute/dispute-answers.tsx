import type { DisputeView } from "@lingong/contracts";
import { useFormat } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { AppealSheet } from "./appeal-sheet.tsx";
import { SplitSheet } from "./split-sheet.tsx";

/** What one may answer now: agree to a split, propose one, take the decision, or appeal once. */
export function DisputeAnswers({ dispute }: { readonly dispute: DisputeView }) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const { actionOf, run, running } = useOrder();
  const [opened, setOpened] = useState<"split" | "appeal" | null>(null);
  const { splitProposal } = dispute;
  return (
    <div className={classes.more}>
      {splitProposal !== null && (
        <p className={classes.quiet}>
          {t(splitProposal.by === "customer" ? "dispute.mySplit" : "dispute.theirSplit", {
            worker: format.money(splitProposal.toWorkerFen),
            customer: format.money(splitProposal.toCustomerFen),
          })}
        </p>
      )}
      {actionOf("agreeSplit") !== undefined && (
        <Button size="lg" loading={running === "agreeSplit"} onClick={() => void run({ type: "agreeSplit" }).catch(() => undefined)}>
          {t("dispute.agreeSplit", { amount: format.money(splitProposal?.toCustomerFen ?? 0) })}
        </Button>
      )}
      {actionOf("acceptDecision") !== undefined && (
        <Button size="lg" loading={running === "acceptDecision"} onClick={() => void run({ type: "acceptDecision" }).catch(() => undefined)}>
          {t("dispute.acceptDecision", { amount: format.money(dispute.decision?.toCustomerFen ?? 0) })}
        </Button>
      )}
      {actionOf("proposeSplit") !== undefined && (
        <Button variant="default" onClick={() => setOpened("split")}>
          {t("dispute.proposeSplit")}
        </Button>
      )}
      {actionOf("appealDispute") !== undefined && (
        <Button variant="default" onClick={() => setOpened("appeal")}>
          {t("dispute.appeal")}
        </Button>
      )}
      <SplitSheet opened={opened === "split"} onClose={() => setOpened(null)} heldFen={dispute.heldFen} />
      <AppealSheet opened={opened === "appeal"} onClose={() => setOpened(null)} />
    </div>
  );
}
