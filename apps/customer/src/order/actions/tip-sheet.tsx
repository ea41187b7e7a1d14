import { defaultPolicy } from "@lingong/domain";
import { ActionBar, BottomSheet, ChoiceChips, ErrorAlert, knownErrorOf, useFormat } from "@lingong/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MoneyInput } from "../../components/money-input.tsx";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";
import { tipAtMost } from "./tip-limit.ts";

export interface TipSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

const { tipLeastFen } = defaultPolicy.lifecycle;

/** A tip: paid on its own, all of it to the worker. */
export function TipSheet({ opened, onClose }: TipSheetProps) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const { order, run, running, paying, error } = useOrder();
  const most = tipAtMost(order.bill?.totalFen ?? 0);
  const choices = [500, 1_000, 2_000].filter((fen) => fen <= most);
  const [fen, setFen] = useState(choices[0] ?? tipLeastFen);
  const possible = fen >= tipLeastFen && fen <= most;
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("tip.title", { name: order.counterpart?.name ?? t("worker") })}>
      <div className={classes.stack}>
        <ChoiceChips
          label={t("tip.amount")}
          columns={3}
          choices={choices.map((one) => ({ value: String(one), label: format.money(one) }))}
          value={String(fen)}
          onChange={(value) => setFen(Number(value))}
        />
        <MoneyInput
          label={t("tip.own")}
          fen={fen}
          step={100}
          onChange={setFen}
          error={possible ? undefined : t("tip.limits", { least: format.money(tipLeastFen), most: format.money(most) })}
        />
        {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
        <ActionBar
          placement="inline"
          consequence={t("tip.all")}
          primary={{
            label: t("tip.pay", { amount: format.money(fen) }),
            disabled: !possible,
            loading: running === "tip" || paying,
            onClick: () => void run({ type: "tip", fen }).catch(() => undefined),
          }}
        />
      </div>
    </BottomSheet>
  );
}
