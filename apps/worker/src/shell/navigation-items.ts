import type { NavigationItem } from "@lingong/ui";
import { IconBolt, IconCalendar, IconSun, IconUser, IconWallet } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { addressOf } from "./address.ts";

/** The five places: a phone's tab bar, and the same in a desk's header. */
export function useTabs(): readonly NavigationItem[] {
  const { t } = useTranslation("worker");
  return [
    { key: "today", label: t("nav.today"), icon: IconSun, href: addressOf("/") },
    { key: "hall", label: t("nav.hall"), icon: IconBolt, href: addressOf("/hall") },
    { key: "schedule", label: t("nav.schedule"), icon: IconCalendar, href: addressOf("/schedule") },
    { key: "earnings", label: t("nav.earnings"), icon: IconWallet, href: addressOf("/earnings") },
    { key: "me", label: t("nav.me"), icon: IconUser, href: addressOf("/me") },
  ];
}

const places: readonly (readonly [prefix: string, key: string])[] = [
  ["/hall", "hall"],
  ["/schedule", "schedule"],
  ["/jobs", "schedule"],
  ["/earnings", "earnings"],
  ["/me", "me"],
  ["/guide", "me"],
  ["/notifications", "today"],
];

/** Which of the places an address of this app belongs to. */
export function placeOf(path: string): string {
  if (path === "/") return "today";
  return places.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1] ?? "none";
}
