import { ActionBar, BottomSheet, ErrorAlert, knownErrorOf, MoneyList, useFormat } from "@lingong/ui";
import { Slider } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

export interface SplitSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly heldFen: number;
}

/** How the held amount might be divided; the other side may agree at once. */
export function SplitSheet({ opened, onClose, heldFen }: SplitSheetProps) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const { run, running, error } = useOrder();
  const [mine, setMine] = useState(Math.round(heldFen / 2));
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("dispute.proposeSplit")}>
      <div className={classes.stack}>
        <div className={classes.slider}>
          <Slider
            thumbLabel={t("dispute.backToMe")}
            label={null}
            min={0}
            max={heldFen}
            step={100}
            value={mine}
            onChange={setMine}
            size={4}
            thumbSize={28}
          />
        </div>
        <MoneyList
          lines={[
            { key: "me", label: t("dispute.backToMe"), fen: mine, tone: "strong" },
            { key: "worker", label: t("dispute.toWorker"), fen: heldFen - mine },
          ]}
        />
        {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
        <ActionBar
          placement="inline"
          consequence={t("dispute.splitConsequence")}
          primary={{
            label: t("dispute.propose", { amount: format.money(mine) }),
            loading: running === "proposeSplit",
            onClick: () => void run({ type: "proposeSplit", toWorkerFen: heldFen - mine, toCustomerFen: mine }).then(onClose, () => undefined),
          }}
        />
      </div>
    </BottomSheet>
  );
}
