import { ActionBar, BottomSheet, ErrorAlert, knownErrorOf, MoneyList, useFormat } from "@lingong/ui";
import { Slider } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "../use-job.ts";
import classes from "./sheets.module.css";

export interface SplitSheetProps {
  readonly job: Job;
  readonly heldFen: number;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** How the held amount might be divided; the customer may agree at once. */
export function SplitSheet({ job, heldFen, opened, onClose }: SplitSheetProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { perform, performing } = job;
  const [mine, setMine] = useState(Math.round(heldFen / 2));
  const [error, setError] = useState<unknown>(null);
  const propose = () => void perform({ type: "proposeSplit", toWorkerFen: mine, toCustomerFen: heldFen - mine }).then(onClose, setError);
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("dispute.proposeSplit")}>
      <div className={classes.form}>
        <Slider
          thumbLabel={t("dispute.mine")}
          label={null}
          min={0}
          max={heldFen}
          step={100}
          value={mine}
          onChange={setMine}
          size={4}
          thumbSize={28}
          mx={14}
          my="md"
        />
        <MoneyList
          lines={[
            { key: "mine", label: t("dispute.mine"), fen: mine, tone: "strong" },
            { key: "theirs", label: t("dispute.theirs"), fen: heldFen - mine },
          ]}
        />
        {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
        <ActionBar
          placement="inline"
          consequence={t("dispute.splitConsequence")}
          primary={{ label: t("dispute.propose", { amount: format.money(mine) }), loading: performing === "proposeSplit", onClick: propose }}
        />
      </div>
    </BottomSheet>
  );
}
