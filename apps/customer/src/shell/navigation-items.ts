import { useIsSignedIn } from "@lingong/client/react";
import type { NavigationItem } from "@lingong/ui";
import { IconArticle, IconHome, IconMessage, IconPlus, IconUser } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useHome } from "../home/use-home.ts";

/** The five places of a phone's tab bar. */
export function useTabs(): readonly NavigationItem[] {
  const { t } = useTranslation("customer");
  const { data: home } = useHome();
  const waiting = home?.active.filter((order) => order.needsAnswer).length ?? 0;
  return [
    { key: "home", label: t("nav.home"), icon: IconHome, href: "/" },
    { key: "orders", label: t("nav.orders"), icon: IconArticle, href: "/orders", count: waiting },
    { key: "new", label: t("nav.order"), icon: IconPlus, href: "/categories", prominent: true },
    { key: "notifications", label: t("nav.messages"), icon: IconMessage, href: "/notifications", count: home?.unreadNotifications ?? 0 },
    { key: "me", label: t("nav.me"), icon: IconUser, href: "/me" },
  ];
}

/** The places in a desk's header. */
export function useHeaderItems(): readonly Pick<NavigationItem, "key" | "label" | "href" | "count">[] {
  const { t } = useTranslation("customer");
  const signedIn = useIsSignedIn();
  const { data: home } = useHome();
  if (!signedIn) {
    return [
      { key: "home", label: t("nav.find"), href: "/" },
      { key: "fees", label: t("nav.fees"), href: "/about/fees" },
      { key: "safety", label: t("nav.safety"), href: "/about/safety" },
      { key: "rules", label: t("nav.rules"), href: "/about/rules" },
    ];
  }
  return [
    { key: "home", label: t("nav.find"), href: "/" },
    { key: "orders", label: t("nav.myOrders"), href: "/orders" },
    { key: "notifications", label: t("nav.messages"), href: "/notifications", count: home?.unreadNotifications ?? 0 },
    { key: "regulars", label: t("nav.regulars"), href: "/regulars" },
  ];
}

const places: readonly (readonly [prefix: string, key: string])[] = [
  ["/orders", "orders"],
  ["/notifications", "notifications"],
  ["/regulars", "regulars"],
  ["/me", "me"],
  ["/categories", "new"],
  ["/new", "new"],
  ["/about/fees", "fees"],
  ["/about/safety", "safety"],
  ["/about/rules", "rules"],
];

/** Which of the places an address belongs to; everything else is part of finding help. */
export function placeOf(path: string): string {
  return places.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))?.[1] ?? "home";
}
