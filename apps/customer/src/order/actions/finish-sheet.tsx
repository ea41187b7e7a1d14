import { ConfirmSheet, ErrorAlert, knownErrorOf, MoneyList, useFormat } from "@lingong/ui";
import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

export interface FinishSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Ending the work oneself: the bill as of now, and which paid items were done. */
export function FinishSheet({ opened, onClose }: FinishSheetProps) {
  const { t } = useTranslation("customer");
  const { order, run, running, error } = useOrder();
  const format = useFormat();
  const paid = order.addOns.filter((addOn) => addOn.awaits === "finish");
  const [done, setDone] = useState<readonly string[]>(() => paid.map(({ id }) => id));
  const { bill } = order;
  const toggle = (id: string) => setDone((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]));
  const finish = () => void run({ type: "finish", reason: "done", doneAddOnIds: [...done] }).then(onClose, () => undefined);
  return (
    <ConfirmSheet
      opened={opened}
      onClose={onClose}
      title={t("finish.title")}
      confirm={{ label: t("finish.confirm"), detail: t("finish.detail"), loading: running === "finish", onClick: finish }}
    >
      <div className={classes.stack}>
        <p className={classes.quiet}>{t("finish.body")}</p>
        {bill !== null && (
          <MoneyList
            lines={[
              {
                key: "due",
                label: t("finish.due"),
                detail: t("finish.billed", { span: format.duration(bill.billedMinutes) }),
                fen: bill.totalFen,
                tone: "strong",
              },
              { key: "back", label: t("finish.back"), fen: bill.refundFen },
            ]}
          />
        )}
        {paid.map((addOn) => (
          <Checkbox
            key={addOn.id}
            label={t("finish.itemDone", { title: addOn.title, amount: format.money(addOn.fen) })}
            checked={done.includes(addOn.id)}
            onChange={() => toggle(addOn.id)}
          />
        ))}
        {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      </div>
    </ConfirmSheet>
  );
}
