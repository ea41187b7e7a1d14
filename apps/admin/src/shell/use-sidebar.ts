import { useCity, useTRPC } from "@lingong/client/react";
import type { Overview } from "@lingong/contracts";
import type { SidebarGroup } from "@lingong/ui";
import {
  IconArrowsExchange,
  IconBuildingBank,
  IconClockExclamation,
  IconFlask,
  IconGauge,
  IconGavel,
  IconHistory,
  IconId,
  IconListDetails,
  IconReceipt2,
  IconRoute,
  IconShieldCheck,
  IconUsers,
  IconVersions,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { addressOf } from "./address.ts";

type QueueName = Overview["queues"][number]["queue"];

/** The places of the sidebar, with how many wait in each queue. */
export function useSidebar(): readonly SidebarGroup[] {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const { cityId } = useCity();
  const { data: overview } = useQuery(trpc.admin.overview.queryOptions({ cityId }));
  const waiting = (queue: QueueName) => overview?.queues.find((one) => one.queue === queue)?.length ?? 0;
  return [
    { key: "now", items: [{ key: "overview", label: t("nav.overview"), icon: IconGauge, href: addressOf("/") }] },
    {
      key: "queues",
      label: t("nav.queues"),
      items: [
        {
          key: "verifications",
          label: t("nav.verifications"),
          icon: IconId,
          href: addressOf("/queues/verifications"),
          count: waiting("verifications"),
        },
        { key: "disputes", label: t("nav.disputes"), icon: IconGavel, href: addressOf("/queues/disputes"), count: waiting("disputes") },
        { key: "claims", label: t("nav.claims"), icon: IconShieldCheck, href: addressOf("/queues/claims"), count: waiting("claims") },
        {
          key: "overdue",
          label: t("nav.overdue"),
          icon: IconClockExclamation,
          href: addressOf("/queues/overdue"),
          count: waiting("overdue"),
          urgent: waiting("overdue") > 0,
        },
      ],
    },
    {
      key: "business",
      label: t("nav.business"),
      items: [
        { key: "orders", label: t("nav.orders"), icon: IconListDetails, href: addressOf("/orders") },
        { key: "dispatch", label: t("nav.dispatch"), icon: IconRoute, href: addressOf("/dispatch") },
        { key: "people", label: t("nav.people"), icon: IconUsers, href: addressOf("/people") },
        { key: "money", label: t("nav.money"), icon: IconBuildingBank, href: addressOf("/money") },
        { key: "journal", label: t("nav.journal"), icon: IconReceipt2, href: addressOf("/money/journal") },
        { key: "reconciliation", label: t("nav.reconciliation"), icon: IconArrowsExchange, href: addressOf("/money/reconciliation") },
        { key: "feeLab", label: t("nav.feeLab"), icon: IconFlask, href: addressOf("/fees") },
        { key: "feeVersions", label: t("nav.feeVersions"), icon: IconVersions, href: addressOf("/fees/versions") },
        { key: "audit", label: t("nav.audit"), icon: IconHistory, href: addressOf("/audit") },
      ],
    },
  ];
}
