import { ChoiceTile, ErrorAlert, knownErrorOf, useFormat } from "@lingong/ui";
import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeviceDraft } from "../../components/use-device-draft.ts";
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
  const [reason, setReason] = useDeviceDraft(`forceCancel.${order.id}`);
  const force = useForce(order.id);
  const settlements = forcedSettlements(order, action);
  const moved = settlements.find(({ key }) => key === settlement) ?? settlements[0];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    force.send({ type: "forceCancel", reason, settlement }, () => {
      setReason("");
      onDone();
    });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
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
      <Textarea
        label={t("action.reason")}
        description={t("action.reasonAbout")}
        required
        autosize
        minRows={3}
        maxLength={500}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {moved !== undefined && <MoneyMoves title={t("action.moves")} {...moved} />}
      <NextLine from={order.state} consequence={action.consequence} />
      {force.error !== null && <ErrorAlert {...knownErrorOf(force.error)} />}
      <Button type="submit" color="red" size="lg" loading={force.sending} disabled={reason.trim() === ""}>
        {moved === undefined || moved.refundFen === 0
          ? domain("command.forceCancel")
          : t("action.cancelAndRefund", { money: format.money(moved.refundFen) })}
      </Button>
    </form>
  );
}
