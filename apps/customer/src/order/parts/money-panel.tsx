import type { RefundLine } from "@lingong/contracts";
import { MoneyList, Panel, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

/** Where the money is: prepaid, held, back. */
export function MoneyPanel() {
  const { t } = useTranslation("customer");
  const { order } = useOrder();
  const refundLabel = useRefundLabel();
  const { prepaidFen, heldFen, refundedFen, workerNetFen, commissionFen } = order.money;
  if (prepaidFen === 0) return null;
  const lines = [
    { key: "prepaid", label: t("money.prepaid"), fen: prepaidFen },
    ...(heldFen > 0 ? [{ key: "held", label: t("money.held"), detail: t("money.heldText"), fen: heldFen, tone: "strong" as const }] : []),
    ...(workerNetFen > 0 ? [{ key: "worker", label: t("money.worker"), fen: workerNetFen }] : []),
    ...(commissionFen > 0 ? [{ key: "platform", label: t("money.platform"), fen: commissionFen }] : []),
    ...(refundedFen > 0 ? [{ key: "refunded", label: t("money.refunded"), fen: refundedFen }] : []),
  ];
  return (
    <Panel title={t("money.title")} aside={order.insurance === null ? undefined : t("money.insured")}>
      <MoneyList lines={lines} />
      {order.refunds.length > 0 && (
        <>
          <h3 className={classes.refundTitle}>{t("money.refundLines")}</h3>
          <MoneyList lines={order.refunds.map((line, index) => ({ key: `${line.kind}-${index}`, label: refundLabel(line), fen: -line.fen }))} />
        </>
      )}
    </Panel>
  );
}

/** What came back in words: an item by its name, time by the rate it was charged at. */
function useRefundLabel(): (line: RefundLine) => string {
  const { t } = useTranslation("customer");
  const format = useFormat();
  return ({ kind, title, minutes, rateFenPerHour, headcount }) => {
    const name = title ?? t(`money.refundLine.${kind}`);
    if (minutes === null || rateFenPerHour === null) return name;
    const heads = (headcount ?? 1) > 1 ? ` × ${format.people(headcount ?? 1)}` : "";
    return `${name} ${format.money(rateFenPerHour)} × ${format.duration(minutes)}${heads}`;
  };
}
