import { useTRPC } from "@lingong/client/react";
import { ActionBar, BottomSheet, ErrorAlert, knownErrorOf, MoneyList, useFormat } from "@lingong/ui";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MoneyInput } from "../../components/money-input.tsx";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

export interface RaiseSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A higher hourly rate while nobody has taken it: what it adds, signed again, counted when paid. */
export function RaiseSheet({ opened, onClose }: RaiseSheetProps) {
  const { t } = useTranslation("customer");
  return (
    <BottomSheet opened={opened} onClose={onClose} title={t("raise.title")}>
      {opened && <RaiseForm onDone={onClose} />}
    </BottomSheet>
  );
}

/** A tenth more, in whole yuan: enough to be asked again. */
function proposed(rateFen: number): number {
  return Math.ceil((rateFen * 1.1) / 100) * 100;
}

function RaiseForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation("customer");
  const trpc = useTRPC();
  const format = useFormat();
  const { order, run, running, paying, error } = useOrder();
  const [rateFen, setRateFen] = useState(() => proposed(order.terms.rateFenPerHour));
  const [settled] = useDebouncedValue(rateFen, 250);
  const preview = useQuery(
    trpc.orders.previewRaise.queryOptions({ orderId: order.id, rateFenPerHour: settled }, { placeholderData: keepPreviousData }),
  );
  const higher = rateFen > order.terms.rateFenPerHour;
  const ready = preview.data !== undefined && !preview.isPlaceholderData && settled === rateFen && higher;
  const raise = () => {
    if (preview.data === undefined) return;
    void run({ type: "raisePrice", rateFenPerHour: rateFen, termsHash: preview.data.termsHash }).then(onDone, () => undefined);
  };
  return (
    <div className={classes.stack}>
      <MoneyInput
        label={t("raise.rate")}
        description={t("raise.now", { rate: format.money(order.terms.rateFenPerHour) })}
        fen={rateFen}
        step={500}
        onChange={setRateFen}
        error={higher ? undefined : t("raise.notHigher")}
      />
      {preview.data !== undefined && (
        <MoneyList
          lines={[
            { key: "total", label: t("raise.newTotal"), fen: preview.data.newTotalFen },
            { key: "extra", label: t("raise.extra"), detail: t("raise.extraText"), fen: preview.data.extraFen, tone: "strong" },
          ]}
        />
      )}
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
      <ActionBar
        placement="inline"
        consequence={t("raise.paidCounts")}
        primary={{
          label: t("raise.confirm", { amount: format.money(preview.data?.extraFen ?? 0) }),
          loading: running === "raisePrice" || paying,
          disabled: !ready,
          onClick: raise,
        }}
      />
    </div>
  );
}
