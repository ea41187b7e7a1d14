import { MINUTE } from "@lingong/domain";
import { type ActionBarProps, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { type OrderHandle, useOrder } from "../order-context.tsx";
import { awaitedPayments, openAddOns } from "../payments.ts";

type Next = ActionBarProps | undefined;

/**
 * The one next thing to do, by what the order offers: pay or answer an add-on, answer a new start, let the work begin
 * early, say that one is here, confirm the time. Nothing of it: there is nothing to do but wait.
 */
export function useNextAction(): Next {
  const handle = useOrder();
  const words = useWords();
  return (
    payOpen(handle, words) ?? answerAddOn(handle, words) ?? answerReschedule(handle, words) ?? sayHere(handle, words) ?? confirmTime(handle, words)
  );
}

function useWords() {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  return { t, format, now };
}
type Words = ReturnType<typeof useWords>;

function payOpen({ order, pay, paying }: OrderHandle, { t, format }: Words): Next {
  const payment = awaitedPayments(order)[0];
  if (payment === undefined) return undefined;
  return { primary: { label: t(`pay.${payment.purpose}`, { amount: format.money(payment.fen) }), loading: paying, onClick: () => pay(payment.id) } };
}

function answerAddOn({ order, actionOf, run, running, paying }: OrderHandle, { t, format }: Words): Next {
  const addOn = openAddOns(order)[0];
  const approve = addOn === undefined ? undefined : actionOf("approveAddOn", addOn.id);
  if (addOn === undefined || approve === undefined) return undefined;
  const decline = actionOf("declineAddOn", addOn.id);
  return {
    primary: {
      label: t("addOn.approve", { amount: format.money(approve.consequence.paysFen) }),
      loading: running === "approveAddOn" || paying,
      onClick: () => void run({ type: "approveAddOn", addOnId: addOn.id }).catch(() => undefined),
    },
    secondary: decline && {
      label: t("addOn.decline"),
      loading: running === "declineAddOn",
      onClick: () => void run({ type: "declineAddOn", addOnId: addOn.id }).catch(() => undefined),
    },
  };
}

function answerReschedule({ order, actionOf, run, running }: OrderHandle, { t, format, now }: Words): Next {
  const { reschedule } = order;
  if (reschedule === null || actionOf("agreeReschedule") === undefined) return undefined;
  return {
    consequence: t("reschedule.consequence"),
    primary: {
      label: t("reschedule.agree", { time: format.dayTimeInside(Date.parse(reschedule.startsAt), now) }),
      loading: running === "agreeReschedule",
      onClick: () => void run({ type: "agreeReschedule" }).catch(() => undefined),
    },
    secondary: {
      label: t("reschedule.decline"),
      loading: running === "declineReschedule",
      onClick: () => void run({ type: "declineReschedule" }).catch(() => undefined),
    },
  };
}

function sayHere({ actionOf, run, running }: OrderHandle, { t }: Words): Next {
  if (actionOf("declareHere") === undefined) return undefined;
  const early = actionOf("allowEarlyStart");
  return {
    consequence: t("here.consequence"),
    primary: {
      label: t("here.declare"),
      loading: running === "declareHere",
      onClick: () => void run({ type: "declareHere" }).catch(() => undefined),
    },
    secondary: early && {
      label: t("here.early"),
      loading: running === "allowEarlyStart",
      onClick: () => void run({ type: "allowEarlyStart" }).catch(() => undefined),
    },
  };
}

function confirmTime({ order, actionOf, run, running }: OrderHandle, { t, format, now }: Words): Next {
  if (actionOf("confirmTime") === undefined || order.startsAt === null || order.timeConfirmedBy.includes("customer")) return undefined;
  return {
    consequence: t("confirmTime.consequence"),
    primary: {
      label: t("confirmTime.label", { time: format.dayTimeInside(Date.parse(order.startsAt), now) }),
      loading: running === "confirmTime",
      onClick: () => void run({ type: "confirmTime" }).catch(() => undefined),
    },
  };
}
