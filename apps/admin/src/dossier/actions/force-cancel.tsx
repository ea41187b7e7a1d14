import { ChoiceTile, useFormat } from "@lingong/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonForm } from "../../components/reason-form.tsx";
import classes from "./actions.module.css";
import type { ActionFormProps } from "./actions.tsx";
import { MoneyMoves, NextLine } from "./consequence.tsx";
import { forcedSettlements, type Settlement } from "./forced-settlements.ts";
import { useForce } from "./use-force.ts";

/** Ends an order with a reason: everything back, or by the ladder; work done is paid. The money that moves stands above the button. */
export function ForceCancel({ dossier, action, onDone }: ActionFormProps) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const { order } = dossier;
  const [settlement, setSettlement] = useState<Settlement>("full_refund");
  const force = useForce(order.id);
  const settlements = forcedSettlements(order, action);
  const moved = settlements.find(({ key }) => key === settlement) ?? settlements[0];
  const send = (reason: string, forget: () => void) =>
    force.send({ type: "forceCancel", reason, settlement }, () => {
      forget();
      onDone();
    });
  const refundFen = moved?.refundFen ?? 0;
  return (
    <ReasonForm
      name={`forceCancel.${order.id}`}
      about={t("action.reasonAbout")}
      action={refundFen === 0 ? domain("command.forceCancel") : t("action.cancelAndRefund", { money: format.money(refundFen) })}
      danger
      change={force}
      onSend={send}
      consequence={
        <>
          {moved !== undefined && <MoneyMoves title={t("action.moves")} {...moved} />}
          <NextLine from={order.state} consequence={action.consequence} />
        </>
      }
    >
      {settlements.length > 1 && (
        <fieldset className={classes.choices}>
          <legend>{t("action.settlement")}</legend>
          {settlements.map(({ key, workerFen, commissionFen }) => (
            <ChoiceTile
              key={key}
              name="settlement"
              value={key}
              checked={key === settlement}
              onChange={(value) => setSettlement(value as Settlement)}
              title={t(`action.settlementOf.${key}`)}
            >
              {t(`action.settlementAbout.${key}`, { fee: format.money(workerFen + commissionFen) })}
            </ChoiceTile>
          ))}
        </fieldset>
      )}
      {settlements.length === 1 && <p className={classes.about}>{t("action.paysWork")}</p>}
    </ReasonForm>
  );
}
