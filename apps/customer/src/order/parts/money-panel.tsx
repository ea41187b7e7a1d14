import { MoneyList, Panel } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { useOrder } from "../order-context.tsx";

/** Where the money is: prepaid, held, back. */
export function MoneyPanel() {
  const { t } = useTranslation("customer");
  const { order } = useOrder();
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
    </Panel>
  );
}
