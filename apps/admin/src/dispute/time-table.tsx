import type { OrderView } from "@lingong/contracts";
import { useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { Facts } from "../components/facts.tsx";

/** When people came, began, paused and ended, and what of it was billed. */
export function TimeTable({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const at = (instant: string | null | undefined) => (instant == null ? null : format.dateTime(Date.parse(instant)));
  const { service } = order;
  const pauses = (service?.segments ?? []).filter(({ kind }) => kind === "pause").reduce((sum, { minutes }) => sum + minutes, 0);
  const arrived = order.timeline.findLast(({ command }) => command === "arrive");
  return (
    <Facts
      facts={[
        { key: "workingStart", label: t("desk.between.workingStart"), value: at(order.workingStart) },
        { key: "arrived", label: t("desk.between.arrived"), value: at(arrived?.at) },
        { key: "start", label: t("desk.between.start"), value: at(service?.startedAt) },
        { key: "end", label: t("desk.between.end"), value: at(service?.finishedAt) },
        { key: "worked", label: t("desk.between.worked"), value: service === null ? null : format.span(service.workedMinutes) },
        { key: "pauses", label: t("desk.between.pauses"), value: pauses === 0 ? null : format.span(pauses) },
        { key: "billed", label: t("desk.between.billed"), value: order.bill === null ? null : format.span(order.bill.billedMinutes) },
      ]}
    />
  );
}
